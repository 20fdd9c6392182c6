package org.handbell.analysis.policy;

/// A file of weights that may not be used. The message names the file and the reason.
public final class InvalidModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidModelException(String message) {
        super(message);
    }
}
