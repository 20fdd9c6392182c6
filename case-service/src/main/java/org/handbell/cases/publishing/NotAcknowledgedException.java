package org.handbell.cases.publishing;

/// The broker did not confirm a send in time. The message names the topic and the kind of failure.
public class NotAcknowledgedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAcknowledgedException(String message, Throwable cause) {
        super(message, cause);
    }
}
