package org.handbell.notification.alert;

import java.time.Instant;
import org.handbell.contract.AlertEvent.HandedOver;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Regraded;
import org.handbell.contract.Severity;

/// A person should look at a case. Nothing here says who or what it is about.
///
/// @param reference short reference that a person can read out: `4K7P-XM`
/// @param school name of the academy or trust
/// @param dueAt by when a person should have looked
/// @param link the case behind sign-in, by its reference
/// @param raisedAt when the case service raised it
public record Alert(
        String alertId,
        String caseId,
        String reference,
        Severity severity,
        String school,
        Instant dueAt,
        String link,
        Instant raisedAt) {

    static Alert of(Raised e) {
        return new Alert(
                e.alertId(),
                e.caseId(),
                e.reference(),
                e.severity(),
                e.school(),
                e.dueAt(),
                e.link(),
                e.at());
    }

    static Alert of(Regraded e) {
        return new Alert(
                e.alertId(),
                e.caseId(),
                e.reference(),
                e.severity(),
                e.school(),
                e.dueAt(),
                e.link(),
                e.at());
    }

    static Alert of(HandedOver e) {
        return new Alert(
                e.alertId(),
                e.caseId(),
                e.reference(),
                e.severity(),
                e.school(),
                e.dueAt(),
                e.link(),
                e.at());
    }
}
