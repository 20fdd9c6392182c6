package org.handbell.analysis.analyse;

/// A file or a line that cannot be taken. The message names the place and the rule, never what
/// stands there: it is shown on a terminal.
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }
}
