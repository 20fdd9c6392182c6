package org.handbell.standalone.welcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The main figures of this run, as charts.
final class Figures {

    private final List<Sample> samples;

    Figures(List<Sample> samples) {
        this.samples = samples;
    }

    List<Chart> charts(Map<String, Long> deadLetters, List<Way> ways) {
        return List.of(
                Chart.of("From posts to messages", "since this start", steps()),
                Chart.of(
                        "Claims by clause",
                        "claims",
                        by("handbell_findings_raised_total", "clause")),
                Chart.of(
                        "Claims by severity",
                        "claims",
                        by("handbell_findings_by_severity_total", "severity")),
                Chart.of("From post to message", "seconds, the newest fifty posts", delay(ways)),
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
        waiting.put("outbox of the desk", sum("handbell_publications_incomplete"));
        waiting.put("alerts on a ladder", sum("handbell_alerts_waiting"));
        waiting.put("accounts held back", heldBack());
        return waiting;
    }

    private double heldBack() {
        return named("handbell_accounts").stream()
                .filter(sample -> sample.label("state").equals("held_back"))
                .mapToDouble(Sample::value)
                .sum();
    }

    private static Map<String, Double> delay(List<Way> ways) {
        var seconds = ways.stream().map(Way::seconds).filter(Objects::nonNull).sorted().toList();
        var delay = new LinkedHashMap<String, Double>();
        if (!seconds.isEmpty()) {
            delay.put("half within", quantile(seconds, 0.5));
            delay.put("95 of 100 within", quantile(seconds, 0.95));
        }
        return delay;
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private Map<String, Double> lag() {
        var lag = by("kafka_consumer_fetch_manager_records_lag", "topic");
        // Kafka's client writes each topic a second time, with underscores.
        lag.keySet().removeIf(topic -> !topic.contains("."));
        return lag;
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
