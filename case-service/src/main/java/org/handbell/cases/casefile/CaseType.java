package org.handbell.cases.casefile;

import org.handbell.cases.conflict.Matter;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;

/// The kinds of case that are kept apart. The machine suggests one.
public enum CaseType {
    ALLEGATION("Allegation"),
    LOW_LEVEL_CONCERN("Low-level concern"),
    CONDUCT("Conduct"),
    GOVERNANCE("Governance");

    private final String words;

    CaseType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static CaseType suggested(Matter matter, Severity severity) {
        return switch (matter.subjectRole()) {
            case GOVERNOR, CHAIR -> GOVERNANCE;
            default -> ofStaff(matter, severity);
        };
    }

    private static CaseType ofStaff(Matter matter, Severity severity) {
        if (!matter.routes().contains(Route.SAFEGUARDING)) {
            return CONDUCT;
        }
        return severity.compareTo(Severity.HIGH) >= 0 ? ALLEGATION : LOW_LEVEL_CONCERN;
    }
}
