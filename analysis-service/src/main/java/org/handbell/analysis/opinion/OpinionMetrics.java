package org.handbell.analysis.opinion;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Stream;
import org.handbell.analysis.judge.Judgement;
import org.handbell.contract.Finding;
import org.springframework.stereotype.Component;

/// Figures of the second opinion.
@Component
public class OpinionMetrics {

    private final MeterRegistry registry;

    OpinionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void told(Asked asked, Judgement judgement) {
        Counter.builder("handbell.second.opinions")
                .description("Posts that a language model could have been asked about")
                .tag("outcome", word(asked))
                .register(registry)
                .increment();
        Stream.concat(judgement.findings().stream(), judgement.withdrawn().stream())
                .map(Finding::explanation)
                .filter(java.util.Objects::nonNull)
                .map(Finding.Explanation::secondOpinion)
                .filter(java.util.Objects::nonNull)
                .forEach(opinion -> touched(opinion.verdict()));
    }

    private void touched(Finding.Verdict verdict) {
        Counter.builder("handbell.second.opinion.findings")
                .description("Claims that a language model touched, by what it did")
                .tag("verdict", word(verdict))
                .register(registry)
                .increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
