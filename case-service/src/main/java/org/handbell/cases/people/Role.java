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
    OPERATOR,
    AUDITOR
}
