package org.handbell.notification.alert;

import java.time.Clock;
import java.util.List;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.AlertEvent.Acknowledged;
import org.handbell.contract.AlertEvent.HandedOver;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Regraded;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.AlertEvent.Withdrawn;
import org.handbell.contract.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes an event of `alerts.v1` in one transaction: its id, the alert, the ladder and the first
/// timers stand or fall together.
@Component
class TakeAlert {

    private static final Logger log = LoggerFactory.getLogger(TakeAlert.class);

    private final Inbox inbox;
    private final Alerts alerts;
    private final Escalation escalation;
    private final AlertMetrics metrics;
    private final Clock clock;

    TakeAlert(
            Inbox inbox, Alerts alerts, Escalation escalation, AlertMetrics metrics, Clock clock) {
        this.inbox = inbox;
        this.alerts = alerts;
        this.escalation = escalation;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// A repeat changes nothing.
    @Transactional
    public void take(AlertEvent event) {
        if (!inbox.first(event, clock.instant())) {
            log.info("alert {}: event {} was taken before", event.alertId(), event.eventId());
            return;
        }
        switch (event) {
            case Raised raised -> raise(Alert.of(raised), raised.ladder());
            case Regraded regraded -> raise(Alert.of(regraded), regraded.ladder());
            case HandedOver handedOver -> handOver(Alert.of(handedOver), handedOver.ladder());
            case Acknowledged acknowledged -> acknowledge(acknowledged);
            case Withdrawn withdrawn -> withdraw(withdrawn);
        }
    }

    /// The ladder starts anew only where the case became graver: what joins a case at its tier is
    /// no news. Where it became less grave, those who were told know more than the new alert says.
    /// A tip is for the author of a post alone, who is on no ladder: nobody is told.
    private void raise(Alert alert, List<Rung> ladder) {
        if (alert.severity() == Severity.TIP) {
            metrics.tipHeld();
            return;
        }
        var others = alerts.lockCase(alert.caseId());
        if (others.stream().anyMatch(other -> other.carries(alert))) {
            alerts.add(alert, AlertState.CARRIED, clock.instant());
            return;
        }
        if (!alerts.add(alert, AlertState.OPEN, clock.instant())) {
            return;
        }
        others.stream()
                .filter(other -> other.state().live())
                .forEach(other -> close(other, AlertState.SUPERSEDED));
        escalation.start(new Standing(alert, AlertState.OPEN, 0, -1), ladder);
    }

    /// Also where it was acknowledged: the next person has not seen it yet.
    private void handOver(Alert alert, List<Rung> ladder) {
        if (alerts.add(alert, AlertState.OPEN, clock.instant())) {
            escalation.start(new Standing(alert, AlertState.OPEN, 0, -1), ladder);
            return;
        }
        alerts.lock(alert.alertId());
        escalation.stop(alert.alertId());
        escalation.start(alerts.reopen(alert, clock.instant()), ladder);
    }

    /// Whoever takes an alert knows the case at that severity: lesser alerts of the case are taken
    /// with it, graver ones are not.
    private void acknowledge(Acknowledged event) {
        var standings = alerts.lockCase(event.caseId());
        var taken =
                standings.stream()
                        .filter(s -> s.alert().alertId().equals(event.alertId()))
                        .findFirst();
        if (taken.isEmpty()) {
            log.warn("alert {}: acknowledged, but never raised here", event.alertId());
            return;
        }
        standings.stream()
                .filter(standing -> standing.takenWith(taken.get()))
                .forEach(standing -> close(standing, AlertState.ACKNOWLEDGED));
    }

    private void withdraw(Withdrawn event) {
        alerts.lockCase(event.caseId()).stream()
                .filter(standing -> standing.state() != AlertState.WITHDRAWN)
                .forEach(standing -> close(standing, AlertState.WITHDRAWN));
    }

    private void close(Standing standing, AlertState state) {
        escalation.stop(standing.alert().alertId());
        alerts.close(standing.alert().alertId(), state, clock.instant());
    }
}
