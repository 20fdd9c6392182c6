package org.handbell.analysis.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.handbell.analysis.judge.Excused;
import org.handbell.analysis.judge.Judgement;
import org.handbell.contract.Finding;
import org.springframework.stereotype.Component;

/// All figures of the analysis. Clause and severity are never crossed on one figure: together they
/// could point at one person's post.
@Component
public class AnalysisMetrics {

    private final MeterRegistry registry;
    private final Counter judged;
    private final Counter notJudged;
    private final Timer judging;

    AnalysisMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.judged =
                Counter.builder("handbell.posts.judged")
                        .description("Posts judged, with a finding or without")
                        .register(registry);
        // From the start, so that a dashboard shows nought and not that there is no such figure.
        this.notJudged =
                Counter.builder("handbell.posts.not.judged")
                        .description("Posts that could not be judged")
                        .register(registry);
        this.judging =
                Timer.builder("handbell.judging")
                        .description("Time to judge one post")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofSeconds(5))
                        .register(registry);
        badTableRecords("accounts.v1");
        badTableRecords("register.v1");
        deadLetters("posts.v1");
    }

    Judgement timed(Supplier<Judgement> judgement) {
        return java.util.Objects.requireNonNull(judging.record(judgement));
    }

    void judged(Judgement judgement) {
        judged.increment();
        judgement.findings().forEach(this::raised);
        judgement.excused().stream().map(Excused::exemption).forEach(this::excused);
    }

    void badTableRecord(String topic) {
        badTableRecords(topic).increment();
    }

    void deadLetter(String topic) {
        deadLetters(topic).increment();
    }

    void notJudged() {
        notJudged.increment();
    }

    private void raised(Finding finding) {
        Counter.builder("handbell.findings.raised")
                .description("Claims made, by clause")
                .tag("clause", finding.clause())
                .register(registry)
                .increment();
        Counter.builder("handbell.findings.by.rule")
                .description("Claims made, by rule of the policy pack")
                .tag("rule", finding.rule())
                .register(registry)
                .increment();
        Counter.builder("handbell.findings.by.severity")
                .description("Claims made, by severity")
                .tag("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    private void excused(String exemption) {
        Counter.builder("handbell.exemptions.applied")
                .description("Claims not made, by what excused them")
                .tag("exemption", exemption)
                .register(registry)
                .increment();
    }

    private Counter badTableRecords(String topic) {
        return Counter.builder("handbell.bad.table.records")
                .description("Records of a table that could not be read; each hides an entry")
                .tag("topic", topic)
                .register(registry);
    }

    private Counter deadLetters(String topic) {
        return Counter.builder("handbell.dead.letters")
                .description("Records put aside because they could not be read")
                .tag("topic", topic)
                .register(registry);
    }
}
