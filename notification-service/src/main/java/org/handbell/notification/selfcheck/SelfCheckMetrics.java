package org.handbell.notification.selfcheck;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handbell.contract.figures.Figures;
import org.springframework.stereotype.Component;

/// `handbell_self_check_age_seconds`: since the last test message that got through, or since the
/// first was tried. `handbell_self_check_every_seconds`: how often one is due. Both are absent
/// where the service does not try itself.
@Component
class SelfCheckMetrics implements Figures {

    private final SelfCheckSettings settings;
    private final SelfChecks checks;
    private final Clock clock;
    private final MultiGauge age;
    private final MultiGauge every;

    SelfCheckMetrics(
            MeterRegistry registry, SelfCheckSettings settings, SelfChecks checks, Clock clock) {
        this.settings = settings;
        this.checks = checks;
        this.clock = clock;
        this.age = gauge("handbell.self.check.age", "Age of the last test message", registry);
        this.every = gauge("handbell.self.check.every", "Pause between test messages", registry);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name)
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public void refresh() {
        if (!settings.on()) {
            return;
        }
        every.register(List.of(row(settings.every())), true);
        age.register(checks.last().map(this::age).stream().toList(), true);
    }

    private Row<?> age(Instant last) {
        return row(Duration.between(last, clock.instant()));
    }

    @Override
    public void unknown() {
        age.register(List.of(), true);
    }

    private static Row<?> row(Duration duration) {
        return Row.of(Tags.empty(), (double) Math.max(0, duration.toSeconds()));
    }
}
