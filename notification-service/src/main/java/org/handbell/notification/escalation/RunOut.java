package org.handbell.notification.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handbell.contract.DeliveryEvent.RanOut;
import org.handbell.contract.Severity;
import org.handbell.notification.alert.AlertState;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.delivery.Deliveries;
import org.handbell.notification.delivery.Delivery;
import org.handbell.notification.delivery.TrustContactSettings;
import org.handbell.notification.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The end of a ladder that nobody answered: reported, counted, and raised to the trust's own
/// contact. What can wait for a digest is not raised.
@Component
class RunOut {

    private static final Logger log = LoggerFactory.getLogger(RunOut.class);

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final SetOff setOff;
    private final EscalationSettings settings;
    private final TrustContactSettings trust;
    private final EscalationMetrics metrics;
    private final Clock clock;

    RunOut(
            Alerts alerts,
            Deliveries deliveries,
            Outbox outbox,
            SetOff setOff,
            EscalationSettings settings,
            TrustContactSettings trust,
            EscalationMetrics metrics,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.setOff = setOff;
        this.settings = settings;
        this.trust = trust;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// When it has run out, its last step told at `told`: the last ones told have time to answer,
    /// and whoever is reminded at the due time has it once more.
    Instant time(Standing standing, Instant told) {
        var answered = told.plus(settings.lastWait());
        var due = standing.alert().dueAt();
        return due.isAfter(answered) ? due.plus(settings.lastWait()) : answered;
    }

    void close(Standing standing) {
        var alert = standing.alert();
        var now = clock.instant();
        alerts.close(alert.alertId(), AlertState.RAN_OUT, now);
        outbox.add(new RanOut(alert.alertId(), alert.caseId(), now));
        metrics.ranOutAfterCommit();
        log.warn("alert {}: everybody was told and nobody acknowledged", alert.alertId());
        if (alert.severity().compareTo(Severity.MEDIUM) >= 0) {
            raise(standing, now);
        }
    }

    private void raise(Standing standing, Instant now) {
        var alert = standing.alert();
        if (trust.email() == null) {
            log.warn("alert {}: the trust has no contact to raise it to", alert.alertId());
            return;
        }
        var raised = Delivery.raised(alert.alertId(), standing.round(), standing.step());
        deliveries.add(List.of(raised));
        setOff.send(raised, alert.severity(), now);
    }
}
