package org.handbell.cases.casefile;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.handbell.cases.casefile.Cases.Standing;
import org.handbell.cases.people.People;
import org.handbell.contract.Severity;
import org.handbell.contract.figures.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the cases under way stand, asked of the database at a bounded rate. A number of cases at one
/// school leaves this class only where it cannot point at one person: see [Hidden].
@Component
class UnderWayMetrics implements Figures {

    /// The school of the trust's own cases.
    private static final String TRUST = "trust";

    private final Cases cases;
    private final People people;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge few;
    private final MultiGauge all;
    private final MultiGauge overdue;
    private final MultiGauge oldest;

    UnderWayMetrics(MeterRegistry registry, Cases cases, People people, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.open =
                gauge("handbell.cases.open", "Cases under way; absent under five")
                        .register(registry);
        this.few =
                gauge("handbell.cases.open.few", "1 where that number is hidden")
                        .register(registry);
        this.all = gauge("handbell.trust.cases.open", "Cases under way").register(registry);
        this.overdue =
                gauge("handbell.cases.overdue", "Past their due time, and nobody has taken them on")
                        .register(registry);
        this.oldest =
                gauge(
                                "handbell.oldest.unlooked",
                                "Age of the oldest that nobody has opened or taken on")
                        .baseUnit("seconds")
                        .register(registry);
    }

    private static MultiGauge.Builder gauge(String name, String description) {
        return MultiGauge.builder(name).description(description);
    }

    @Override
    public void refresh() {
        var now = clock.instant();
        var standings = cases.standings(now);
        var schools = schools(standings);
        open.register(rows(schools, standings, false), true);
        few.register(rows(schools, standings, true), true);
        all.register(rows(standings, s -> sum(s, Standing::open)), true);
        overdue.register(rows(standings, s -> sum(s, Standing::overdue)), true);
        oldest.register(rows(standings, s -> age(s, now)), true);
    }

    @Override
    public void unknown() {
        Stream.of(open, few, all, overdue, oldest)
                .forEach(gauge -> gauge.register(List.of(), true));
    }

    private Set<String> schools(List<Standing> standings) {
        var schools = new TreeSet<String>(Set.of(TRUST));
        people.academies().forEach(academy -> schools.add(academy.academyId()));
        standings.forEach(standing -> schools.add(school(standing.academyId())));
        return schools;
    }

    private static List<Row<?>> rows(
            Set<String> schools, List<Standing> standings, boolean hidden) {
        var rows = new ArrayList<Row<?>>();
        for (var severity : CaseMetrics.SEVERITIES) {
            var numbers = new Hidden(schools, of(severity, standings));
            for (var school : schools) {
                var number = numbers.shown(school);
                if (hidden == number.isEmpty()) {
                    var tags = Tags.of("severity", lower(severity), "school", school);
                    rows.add(Row.of(tags, hidden ? 1 : number.getAsLong()));
                }
            }
        }
        return rows;
    }

    private static List<Row<?>> rows(
            List<Standing> standings, ToDoubleFunction<List<Standing>> figure) {
        return CaseMetrics.SEVERITIES.stream()
                .<Row<?>>map(severity ->
                        Row.of(
                                Tags.of("severity", lower(severity)),
                                figure.applyAsDouble(of(severity, standings))))
                .toList();
    }

    private static List<Standing> of(Severity severity, List<Standing> standings) {
        return standings.stream().filter(s -> s.severity() == severity).toList();
    }

    private static double sum(List<Standing> standings, ToDoubleFunction<Standing> number) {
        return standings.stream().mapToDouble(number).sum();
    }

    private static double age(List<Standing> standings, Instant now) {
        return standings.stream()
                .map(Standing::oldestUnlooked)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(since -> (double) Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0.0);
    }

    static String school(@Nullable String academyId) {
        return academyId == null ? TRUST : academyId;
    }

    private static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
