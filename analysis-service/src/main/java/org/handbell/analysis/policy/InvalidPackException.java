package org.handbell.analysis.policy;

/// A policy pack that cannot be used. The message names the file, the rule and what is wrong.
public final class InvalidPackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPackException(String file, String where, String problem) {
        super(file + ": " + where + ": " + problem);
    }
}
