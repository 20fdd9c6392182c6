package org.handbell.cases.evidence;

/// Something sealed does not open with its key: it was changed, or the master key is another one.
public class EvidenceUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvidenceUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
