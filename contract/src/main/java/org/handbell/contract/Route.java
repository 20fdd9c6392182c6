package org.handbell.contract;

/// Where a finding should go, by the policy's own procedures. A suggestion, until a person decides.
public enum Route {
    DISCIPLINARY,
    DIGNITY_AT_WORK,
    SAFEGUARDING,
    POLICE,
    GOVERNANCE
}
