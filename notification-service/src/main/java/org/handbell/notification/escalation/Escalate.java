package org.handbell.notification.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.notification.alert.AlertState;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.alert.Escalation;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.delivery.Deliveries;
import org.handbell.notification.delivery.Delivery;
import org.handbell.notification.delivery.DeliveryState;
import org.handbell.notification.delivery.Purpose;
import org.handbell.notification.delivery.WhenRefused;
import org.handbell.notification.hours.SendingTimes;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.timer.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Climbs the ladders. A step is told, and a timer set for the next; the timer fires for nothing
/// where the ladder has moved on or stopped. Waits count from when the messages of a step may
/// leave, not from when the alert was raised: after an outage, and after the quiet hours, everybody
/// still has their time to answer.
@Component
class Escalate implements Escalation, WhenRefused {

    static final String ESCALATE = "escalate";

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final SetOff setOff;
    private final OtherChannel others;
    private final Overdue overdue;
    private final RunOut runOut;
    private final SendingTimes times;
    private final Timers timers;
    private final Clock clock;

    Escalate(
            Alerts alerts,
            Deliveries deliveries,
            SetOff setOff,
            OtherChannel others,
            Overdue overdue,
            RunOut runOut,
            SendingTimes times,
            Timers timers,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.setOff = setOff;
        this.others = others;
        this.overdue = overdue;
        this.runOut = runOut;
        this.times = times;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void start(Standing standing, List<Rung> rungs) {
        var steps = Ladder.of(byTheirChannels(standing, rungs)).steps();
        for (var step = 0; step < steps.size(); step++) {
            store(standing, step, steps.get(step));
        }
        overdue.watch(standing);
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

    /// A digest is an e-mail.
    private List<Rung> byTheirChannels(Standing standing, List<Rung> rungs) {
        var severity = standing.alert().severity();
        return rungs.stream()
                .map(rung ->
                        times.gathered(severity, rung.personId())
                                ? new Rung(rung.personId(), Channel.EMAIL, rung.afterWait())
                                : rung)
                .toList();
    }

    @Override
    public void stop(String alertId) {
        deliveries.stop(alertId);
    }

    /// The person is told by another channel; where there is none, and nobody else of the step
    /// could be told either, the next is told at once.
    @Override
    public void refused(Delivery delivery, Refused why) {
        if (delivery.purpose() != Purpose.FIRST) {
            return;
        }
        current(delivery)
                .filter(standing -> why.person() || !toldInstead(standing, delivery))
                .filter(s -> s.state() == AlertState.OPEN && s.step() <= delivery.step())
                .filter(this::nobodyLeftInStep)
                .ifPresent(this::tellNext);
    }

    @Override
    public boolean anotherWay(Delivery delivery) {
        return current(delivery).filter(s -> others.any(s, delivery)).isPresent();
    }

    private Optional<Standing> current(Delivery delivery) {
        return alerts.lock(delivery.alertId())
                .filter(s -> s.state().live() && s.round() == delivery.round());
    }

    private boolean toldInstead(Standing standing, Delivery refused) {
        var other = others.instead(standing, refused);
        other.ifPresent(d -> setOff.send(d, standing.alert().severity(), clock.instant()));
        return other.isPresent();
    }

    private boolean nobodyLeftInStep(Standing s) {
        return allRefused(step(s, s.step()));
    }

    private static boolean allRefused(List<Delivery> step) {
        return step.stream().allMatch(delivery -> delivery.state() == DeliveryState.REFUSED);
    }

    /// The wait is over.
    @Transactional
    public void waitOver(StepTimer timer) {
        alerts.lock(timer.alertId())
                .filter(s -> s.state() == AlertState.OPEN)
                .filter(s -> s.round() == timer.round() && s.step() == timer.step())
                .ifPresent(this::tellNext);
    }

    /// The next step of whom somebody may still be reached: a rung may have been taken before its
    /// time, and refused.
    private void tellNext(Standing standing) {
        var number = standing.step() + 1;
        var next = step(standing, number);
        while (!next.isEmpty() && allRefused(next)) {
            next = step(standing, ++number);
        }
        if (next.isEmpty()) {
            runOut.close(standing);
            return;
        }
        var now = clock.instant();
        alerts.moveTo(standing.alert().alertId(), number, now);
        var leaves = now;
        for (var delivery : next) {
            var at = tell(delivery, standing, now);
            leaves = at.isAfter(leaves) ? at : leaves;
        }
        wake(standing, number, afterwards(standing, number, leaves));
    }

    private Instant tell(Delivery delivery, Standing standing, Instant now) {
        return delivery.state() == DeliveryState.WAITING
                ? setOff.send(delivery, standing.alert().severity(), now)
                : now;
    }

    /// When the step after the one now told comes; after the last, when the ladder has run out.
    private Instant afterwards(Standing standing, int number, Instant leaves) {
        return step(standing, number + 1).stream()
                .findFirst()
                .map(delivery -> leaves.plus(delivery.afterWait()))
                .orElseGet(() -> runOut.time(standing, leaves));
    }

    private List<Delivery> step(Standing standing, int step) {
        return deliveries.ofStep(standing.alert().alertId(), standing.round(), step);
    }

    private void wake(Standing standing, int step, Instant at) {
        var timer = new StepTimer(standing.alert().alertId(), standing.round(), step);
        timers.set(ESCALATE, timer.id(), at);
    }
}
