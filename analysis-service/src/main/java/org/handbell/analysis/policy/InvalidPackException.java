package org.handbell.analysis.policy;

/// A policy pack that cannot be used. The message names the file, the line, the entry and what is
/// wrong: `pack-2026.yml:41: E3.full-name: no clause E33`.
public final class InvalidPackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param line from 1; 0 where it is about the file as a whole
    InvalidPackException(String file, int line, String where, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + where + ": " + problem);
    }
}
