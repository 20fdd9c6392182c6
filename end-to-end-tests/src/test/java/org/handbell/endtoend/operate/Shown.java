package org.handbell.endtoend.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A dashboard opened on a span of time: Prometheus is asked as Grafana would ask it.
record Shown(Prometheus prometheus, Instant from, Instant to) {

    /// What Prometheus answers to the question of a panel.
    JsonNode answer(Query query) {
        var asked = query.asked(Duration.between(from, to), Prometheus.SCRAPE);
        return query.instant() ? prometheus.now(asked, to) : prometheus.over(asked, from, to);
    }

    /// The finite numbers in the answer.
    List<Double> numbers(Query query) {
        return numbers(answer(query));
    }

    /// The same for a question of one's own, at the end of the span.
    List<Double> numbers(String question) {
        return numbers(prometheus.now(question, to));
    }

    private static List<Double> numbers(JsonNode data) {
        return data.path("result")
                .valueStream()
                .flatMap(series ->
                        Stream.concat(
                                Stream.of(series.path("value")),
                                series.path("values").valueStream()))
                .filter(pair -> pair.size() == 2)
                .map(pair -> Double.valueOf(number(pair.path(1).asString())))
                .filter(Double::isFinite)
                .toList();
    }

    /// Prometheus writes `+Inf`, Java reads `Infinity`.
    private static String number(String written) {
        return written.replace("Inf", "Infinity");
    }
}
