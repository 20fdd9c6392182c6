package org.handbell.cases.people;

/// What a person may see and do.
public enum Role {
    HEAD,
    DSL,
    DEPUTY_DSL,
    EXECUTIVE_HEAD,
    CHAIR,
    GOVERNOR,
    TEACHER,
    SUPPORT,
    SUPPLY,
    COMMUNICATIONS,
    /// Looks into single cases that they were nominated for, and sees no other.
    HR_INVESTIGATOR,
    OPERATOR,
    AUDITOR;

    /// Whether cases can come to a person of this role at all; which ones is for conflict rules to
    /// say. People who may be told of a case are exactly these.
    public boolean decides() {
        return switch (this) {
            case HEAD, DSL, DEPUTY_DSL, EXECUTIVE_HEAD, CHAIR -> true;
            case GOVERNOR,
                    TEACHER,
                    SUPPORT,
                    SUPPLY,
                    COMMUNICATIONS,
                    HR_INVESTIGATOR,
                    OPERATOR,
                    AUDITOR ->
                    false;
        };
    }

    /// Whether a person of this role looks after the system or its record, and so reads the audit
    /// trail, which holds references and no content.
    public boolean oversees() {
        return this == OPERATOR || this == AUDITOR;
    }
}
