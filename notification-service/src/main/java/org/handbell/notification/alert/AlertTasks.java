package org.handbell.notification.alert;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets, every night.
@Configuration(proxyBeanMethods = false)
class AlertTasks {

    private static final Logger log = LoggerFactory.getLogger(AlertTasks.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime NIGHT = LocalTime.of(3, 17);

    @Bean
    Task<Void> forgetTask(
            Inbox inbox,
            Alerts alerts,
            RetentionSettings settings,
            AlertMetrics metrics,
            Clock clock) {
        return Tasks.recurring("forget", Schedules.daily(LONDON, NIGHT))
                .execute((_, _) -> {
                    var now = clock.instant();
                    var events = inbox.forgetBefore(now.minus(settings.inbox()));
                    var gone = alerts.forgetBefore(now.minus(settings.alerts()));
                    metrics.forgotten(gone, events);
                    log.info("forgotten: {} alerts, {} event ids", gone, events);
                });
    }
}
