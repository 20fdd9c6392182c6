package org.handbell.cases.casefile;

/// Somebody else changed the case since it was read.
public class CaseChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseChangedException(CaseNumber number) {
        super("case " + number + " was changed meanwhile");
    }
}
