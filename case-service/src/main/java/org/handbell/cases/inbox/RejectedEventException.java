package org.handbell.cases.inbox;

/// An event that can be read but not accepted: it goes to the dead letters. The message names the
/// rule and ids of ours, never a person or content.
public class RejectedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RejectedEventException(String message) {
        super(message);
    }
}
