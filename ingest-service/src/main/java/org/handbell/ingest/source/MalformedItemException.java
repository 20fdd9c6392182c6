package org.handbell.ingest.source;

/// An item lacks what a post needs. The message names the field and the rule, and never quotes the
/// item; [Harvest] turns it into a [Fetch.Rejected].
public final class MalformedItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedItemException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
