package org.handbell.standalone.welcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The main figures of this run, as charts.
final class Figures {

    private static final String DELAY = "handbell_capture_to_delivery_seconds";

    private final List<Sample> samples;

    Figures(List<Sample> samples) {
        this.samples = samples;
    }

    List<Chart> charts(Map<String, Long> deadLetters) {
        return List.of(
                Chart.of("From posts to messages", "since this start", steps()),
                Chart.of(
                        "Claims by clause",
                        "claims",
                        by("handbell_findings_raised_total", "clause")),
                Chart.of(
                        "Claims by severity",
                        "claims",
                        by("handbell_findings_raised_total", "severity")),
                Chart.of("From capture to delivery", "seconds", delay()),
                Chart.of("Records still to be read", "records", lag()),
                Chart.of("Dead letters that wait", "records", numbers(deadLetters)),
                Chart.of("Waiting and held back", "now", waiting()));
    }

    private Map<String, Double> steps() {
        var steps = new LinkedHashMap<String, Double>();
        steps.put("posts observed", sum("handbell_posts_observed_total"));
        steps.put("posts judged", sum("handbell_posts_judged_total"));
        steps.put("cases opened", sum("handbell_cases_opened_total"));
        steps.put("alerts delivered", sum("handbell_alerts_delivered_total"));
        return steps;
    }

    private Map<String, Double> waiting() {
        var waiting = new LinkedHashMap<String, Double>();
        waiting.put("outbox", sum("handbell_outbox_depth"));
        waiting.put("accounts held back", sum("handbell_accounts_held_back"));
        return waiting;
    }

    /// Quantiles from the buckets of a histogram: the upper bound of the bucket where they fall.
    private Map<String, Double> delay() {
        var buckets = new TreeMap<Double, Double>();
        named(DELAY + "_bucket")
                .forEach(sample -> buckets.merge(bound(sample), sample.value(), Double::sum));
        var delay = new LinkedHashMap<String, Double>();
        if (!buckets.isEmpty() && buckets.lastEntry().getValue() > 0) {
            delay.put("half within", quantile(buckets, 0.5));
            delay.put("95 of 100 within", quantile(buckets, 0.95));
        }
        return delay;
    }

    private static double quantile(TreeMap<Double, Double> buckets, double share) {
        var wanted = buckets.lastEntry().getValue() * share;
        return buckets.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= wanted)
                .mapToDouble(Map.Entry::getKey)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
    }

    private static double bound(Sample sample) {
        return sample.label("le").equals("+Inf")
                ? Double.POSITIVE_INFINITY
                : Double.parseDouble(sample.label("le"));
    }

    private Map<String, Double> lag() {
        return by("kafka_consumer_fetch_manager_records_lag", "topic");
    }

    private Map<String, Double> by(String name, String label) {
        return named(name).stream()
                .filter(sample -> !sample.label(label).isEmpty())
                .filter(sample -> !Double.isNaN(sample.value()))
                .collect(
                        Collectors.groupingBy(
                                sample -> sample.label(label),
                                TreeMap::new,
                                Collectors.summingDouble(Sample::value)));
    }

    private static Map<String, Double> numbers(Map<String, Long> counts) {
        var numbers = new TreeMap<String, Double>();
        counts.forEach((topic, count) -> numbers.put(topic, count.doubleValue()));
        return numbers;
    }

    private double sum(String name) {
        return named(name).stream().mapToDouble(Sample::value).sum();
    }

    private List<Sample> named(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }
}
