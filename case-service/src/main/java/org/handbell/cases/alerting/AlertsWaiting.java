package org.handbell.cases.alerting;

/// A case has alerts that the broker does not have yet.
///
/// @param number makes each of these unlike any other, since the outbox completes equal ones
///   together
record AlertsWaiting(String caseId, String number) {}
