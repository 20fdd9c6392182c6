package org.handbell.cases.trust;

import java.util.List;

/// A trust's file that cannot be taken. The message names paths and rules, never a person.
public class UnfitTrustException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final List<String> errors;

    UnfitTrustException(List<String> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    /// Each path and the rule it breaks.
    public List<String> errors() {
        return errors;
    }

    private static String message(List<String> errors) {
        var first = String.join("\n  ", errors.subList(0, Math.min(SHOWN, errors.size())));
        var more = errors.size() - SHOWN;
        return "The trust was not imported, nothing was changed:\n  "
                + first
                + (more > 0 ? "\n  and " + more + " more" : "");
    }
}
