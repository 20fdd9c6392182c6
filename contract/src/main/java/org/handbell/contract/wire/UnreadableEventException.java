package org.handbell.contract.wire;

/// A record that is no event of its topic. The message names the topic, the type and the rule that
/// failed; it never holds the value.
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message) {
        super(message);
    }
}
