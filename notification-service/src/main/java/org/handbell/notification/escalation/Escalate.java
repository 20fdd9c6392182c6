package org.handbell.notification.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.DeliveryEvent.RanOut;
import org.handbell.notification.alert.AlertState;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.alert.Escalation;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.delivery.Deliveries;
import org.handbell.notification.delivery.Delivery;
import org.handbell.notification.delivery.DeliveryState;
import org.handbell.notification.delivery.DeliveryTasks;
import org.handbell.notification.delivery.WhenRefused;
import org.handbell.notification.outbox.Outbox;
import org.handbell.notification.timer.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Climbs the ladders. A step is told, and a timer set for the next; the timer fires for nothing
/// where the ladder has moved on or stopped. Waits count from when a step was told, not from when
/// the alert was raised: after an outage everybody still has their time to answer.
@Component
class Escalate implements Escalation, WhenRefused {

    static final String ESCALATE = "escalate";
    private static final Logger log = LoggerFactory.getLogger(Escalate.class);

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Timers timers;
    private final EscalationSettings settings;
    private final EscalationMetrics metrics;
    private final Clock clock;

    Escalate(
            Alerts alerts,
            Deliveries deliveries,
            Outbox outbox,
            Timers timers,
            EscalationSettings settings,
            EscalationMetrics metrics,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.timers = timers;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void start(Standing standing, List<Rung> rungs) {
        var steps = Ladder.of(rungs).steps();
        for (var step = 0; step < steps.size(); step++) {
            store(standing, step, steps.get(step));
        }
        var first = steps.isEmpty() ? null : steps.getFirst().afterWait();
        if (first != null && first.isPositive()) {
            wake(standing, -1, clock.instant().plus(first));
        } else {
            tellNext(standing);
        }
    }

    private void store(Standing standing, int number, Ladder.Step step) {
        deliveries.add(
                step.rungs().stream()
                        .map(rung ->
                                Delivery.waiting(
                                        standing.alert().alertId(),
                                        standing.round(),
                                        number,
                                        step.afterWait(),
                                        rung.personId(),
                                        rung.channel()))
                        .toList());
    }

    @Override
    public void stop(String alertId) {
        deliveries.stop(alertId);
    }

    /// Where nobody of the step could be told, the next is told at once.
    @Override
    public void refused(Delivery delivery) {
        alerts.lock(delivery.alertId())
                .filter(s -> s.state() == AlertState.OPEN)
                .filter(s -> s.round() == delivery.round() && s.step() == delivery.step())
                .filter(this::nobodyLeftInStep)
                .ifPresent(this::tellNext);
    }

    private boolean nobodyLeftInStep(Standing s) {
        return deliveries.ofStep(s.alert().alertId(), s.round(), s.step()).stream()
                .allMatch(delivery -> delivery.state() == DeliveryState.REFUSED);
    }

    /// The wait is over.
    @Transactional
    public void waitOver(StepTimer timer) {
        alerts.lock(timer.alertId())
                .filter(s -> s.state() == AlertState.OPEN)
                .filter(s -> s.round() == timer.round() && s.step() == timer.step())
                .ifPresent(this::tellNext);
    }

    private void tellNext(Standing standing) {
        var next = step(standing, standing.step() + 1);
        if (next.isEmpty()) {
            ranOut(standing);
            return;
        }
        var now = clock.instant();
        deliveries.due(next, now);
        alerts.moveTo(standing.alert().alertId(), standing.step() + 1, now);
        next.forEach(delivery -> timers.set(DeliveryTasks.DELIVER, delivery.deliveryId(), now));
        wake(standing, standing.step() + 1, afterwards(standing, now));
    }

    /// When the step after the one now told comes; after the last, when the ladder has run out.
    private Instant afterwards(Standing standing, Instant now) {
        return step(standing, standing.step() + 2).stream()
                .findFirst()
                .map(delivery -> now.plus(delivery.afterWait()))
                .orElseGet(() -> {
                    var due = standing.alert().dueAt();
                    var answered = now.plus(settings.lastWait());
                    return due.isAfter(answered) ? due : answered;
                });
    }

    private void ranOut(Standing standing) {
        var alert = standing.alert();
        alerts.close(alert.alertId(), AlertState.RAN_OUT, clock.instant());
        outbox.add(new RanOut(alert.alertId(), alert.caseId(), clock.instant()));
        metrics.ranOutAfterCommit();
        log.warn("alert {}: everybody was told and nobody acknowledged", alert.alertId());
    }

    private List<Delivery> step(Standing standing, int step) {
        return deliveries.ofStep(standing.alert().alertId(), standing.round(), step);
    }

    private void wake(Standing standing, int step, Instant at) {
        var timer = new StepTimer(standing.alert().alertId(), standing.round(), step);
        timers.set(ESCALATE, timer.id(), at);
    }
}
