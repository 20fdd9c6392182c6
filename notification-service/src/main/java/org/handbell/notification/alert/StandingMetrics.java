package org.handbell.notification.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbell.contract.Severity;
import org.handbell.contract.figures.Figures;
import org.handbell.notification.alert.Alerts.Unacknowledged;
import org.springframework.stereotype.Component;

/// How the alerts stand that nobody has acknowledged, over all instances, asked of the database at
/// a bounded rate. An alert whose ladder has run out is one of them until somebody takes it.
///
/// `handbell_alerts_waiting`: those whose ladder is still being climbed.
/// `handbell_alerts_unacknowledged{severity}`, `handbell_oldest_unacknowledged_seconds{severity}`.
/// `handbell_ladder_depth{rung}`: by the rung that was told last; 0 before the first.
@Component
class StandingMetrics implements Figures {

    /// Of rungs; whoever stands higher counts here too.
    static final int HIGHEST = 6;

    private static final List<Severity> SEVERITIES =
            Arrays.stream(Severity.values()).filter(Severity::opensCase).toList();

    private final Alerts alerts;
    private final Clock clock;
    private final MultiGauge waiting;
    private final MultiGauge unacknowledged;
    private final MultiGauge oldest;
    private final MultiGauge depth;

    StandingMetrics(MeterRegistry registry, Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
        this.waiting =
                gauge("handbell.alerts.waiting", "Alerts whose ladder is climbed")
                        .register(registry);
        this.unacknowledged =
                gauge("handbell.alerts.unacknowledged", "Alerts that nobody has taken")
                        .register(registry);
        this.oldest =
                gauge(
                                "handbell.oldest.unacknowledged",
                                "Age of the oldest alert that nobody has taken")
                        .baseUnit("seconds")
                        .register(registry);
        this.depth =
                gauge(
                                "handbell.ladder.depth",
                                "Alerts that nobody has taken, by the rung told last")
                        .register(registry);
    }

    private static MultiGauge.Builder gauge(String name, String description) {
        return MultiGauge.builder(name).description(description);
    }

    @Override
    public void refresh() {
        var all = alerts.unacknowledged();
        var now = clock.instant();
        waiting.register(
                List.of(Row.of(Tags.empty(), sum(all.stream().filter(u -> !u.ranOut())))), true);
        unacknowledged.register(bySeverity(all, StandingMetrics::sum), true);
        oldest.register(bySeverity(all, some -> age(some, now)), true);
        depth.register(byRung(all), true);
    }

    @Override
    public void unknown() {
        Stream.of(waiting, unacknowledged, oldest, depth)
                .forEach(gauge -> gauge.register(List.of(), true));
    }

    private static List<Row<?>> bySeverity(
            List<Unacknowledged> all, ToDoubleFunction<Stream<Unacknowledged>> figure) {
        var rows = new ArrayList<Row<?>>();
        for (var severity : SEVERITIES) {
            var some = all.stream().filter(u -> u.severity() == severity);
            var label = severity.name().toLowerCase(Locale.ROOT);
            rows.add(Row.of(Tags.of("severity", label), figure.applyAsDouble(some)));
        }
        return rows;
    }

    private static List<Row<?>> byRung(List<Unacknowledged> all) {
        return IntStream.rangeClosed(0, HIGHEST)
                .<Row<?>>mapToObj(rung ->
                        Row.of(
                                Tags.of("rung", Integer.toString(rung)),
                                sum(all.stream().filter(u -> rung(u) == rung))))
                .toList();
    }

    private static int rung(Unacknowledged some) {
        return Math.clamp(some.step() + 1, 0, HIGHEST);
    }

    private static double sum(Stream<Unacknowledged> some) {
        return some.mapToLong(Unacknowledged::alerts).sum();
    }

    private static double age(Stream<Unacknowledged> some, Instant now) {
        return some.map(Unacknowledged::oldest)
                .min(Instant::compareTo)
                .map(since -> (double) Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0.0);
    }
}
