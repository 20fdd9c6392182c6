package org.handbell.notification.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handbell.notification.alert.AlertState;
import org.handbell.notification.alert.Alerts;
import org.handbell.notification.alert.Standing;
import org.handbell.notification.delivery.Deliveries;
import org.handbell.notification.delivery.Delivery;
import org.handbell.notification.timer.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// When an alert's due time passes and nobody has taken it, everybody who was told gets one
/// reminder. Whoever was told just before, or is told later, gets none: the first message is
/// reminder enough.
@Component
class Overdue {

    static final String REMIND = "remind";

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final SetOff setOff;
    private final EscalationSettings settings;
    private final Timers timers;
    private final Clock clock;

    Overdue(
            Alerts alerts,
            Deliveries deliveries,
            SetOff setOff,
            EscalationSettings settings,
            Timers timers,
            Clock clock) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.setOff = setOff;
        this.settings = settings;
        this.timers = timers;
        this.clock = clock;
    }

    void watch(Standing standing) {
        var due = standing.alert().dueAt();
        if (due.isAfter(clock.instant())) {
            var timer = new StepTimer(standing.alert().alertId(), standing.round(), 0);
            timers.set(REMIND, timer.id(), due);
        }
    }

    /// The due time has come.
    @Transactional
    public void dueNow(StepTimer timer) {
        alerts.lock(timer.alertId())
                .filter(s -> s.state() == AlertState.OPEN && s.round() == timer.round())
                .ifPresent(this::remind);
    }

    private void remind(Standing standing) {
        var before = standing.alert().dueAt().minus(settings.lastWait());
        for (var told : deliveries.told(standing.alert().alertId(), standing.round())) {
            if (wasTold(told, before)) {
                var reminder = told.reminder();
                deliveries.add(List.of(reminder));
                setOff.send(reminder, standing.alert().severity(), clock.instant());
            }
        }
    }

    private static boolean wasTold(Delivery told, Instant before) {
        var at = told.dueAt();
        return at != null && !at.isAfter(before);
    }
}
