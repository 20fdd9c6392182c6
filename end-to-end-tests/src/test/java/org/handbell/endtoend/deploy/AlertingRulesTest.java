package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Holds the alerting rules, their unit tests, the routes, the runbook and the services' figures
/// together.
class AlertingRulesTest {

    private static final String ALWAYS_FIRING = "HandbellWatchdog";
    private static final Pattern HEADING = Pattern.compile("(?m)^### (Handbell\\w+)$");
    private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w:\"])(handbell_[a-z0-9_]+?)(?=_bucket\\b|\\b)");
    private static final Pattern NAME = Pattern.compile("\"(handbell[._][a-z._]+)\"");
    private static final Pattern RECORDED = Pattern.compile("handbell:[a-z_]+:[a-z0-9]+");

    @Test
    void everyRuleSaysHowUrgentItIsAndWhatItMeans() {
        for (var rule : MonitoringFiles.alerts()) {
            var name = rule.path("alert").asString();
            assertThat(rule.at("/labels/severity").asString())
                    .as(name)
                    .isIn("page", "ticket", "notice");
            assertThat(rule.at("/labels/part").asString()).as(name).isNotEmpty();
            assertThat(rule.at("/annotations/summary").asString()).as(name).hasSizeBetween(10, 100);
            assertThat(rule.at("/annotations/description").asString())
                    .as(name)
                    .hasSizeBetween(40, 300);
        }
    }

    @Test
    void everyRuleLinksToItsHeadingInTheRunbook() {
        for (var rule : MonitoringFiles.alerts()) {
            var name = rule.path("alert").asString();
            assertThat(rule.at("/annotations/runbook_url").asString())
                    .isEqualTo(
                            "{{ $externalLabels.runbook_base }}docs/runbook.md#"
                                    + name.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void theRunbookHasOneHeadingForEachRuleAndNoOther() {
        var headings =
                HEADING.matcher(MonitoringFiles.text(MonitoringFiles.RUNBOOK))
                        .results()
                        .map(heading -> heading.group(1))
                        .toList();
        assertThat(headings)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(MonitoringFiles.alertNames());
    }

    @Test
    void aMessageWritesOutNoLabelThatCouldNameAPerson() {
        for (var rule : MonitoringFiles.alerts()) {
            var labels =
                    LABEL.matcher(rule.path("annotations").toString())
                            .results()
                            .map(label -> label.group(1));
            assertThat(labels).isSubsetOf("job", "platform", "topic", "figure");
        }
        assertThat(MonitoringFiles.text(MonitoringFiles.ALERTMANAGER.resolve("mail.tmpl")))
                .doesNotContain("SortedPairs", "GroupLabels", "GeneratorURL");
    }

    @Test
    void everyRuleIsTriedFiringAndSilent() {
        var firing = new TreeSet<String>();
        var silent = new TreeSet<String>();
        for (var file : MonitoringFiles.unitTests()) {
            for (var test : MonitoringFiles.yaml(file).path("tests").values()) {
                test.path("promql_expr_test").forEach(trial -> sort(trial, firing, silent));
            }
        }
        var names = Set.copyOf(MonitoringFiles.alertNames());
        assertThat(firing).containsExactlyInAnyOrderElementsOf(names);
        silent.add(ALWAYS_FIRING);
        assertThat(silent).containsExactlyInAnyOrderElementsOf(names);
    }

    private static void sort(JsonNode trial, Set<String> firing, Set<String> silent) {
        var name = trial.path("expr").asString().replaceAll(".*alertname=\"(\\w+)\".*", "$1");
        var samples = trial.path("exp_samples");
        assertThat(samples.isArray()).as(name).isTrue();
        if (samples.isEmpty()) {
            silent.add(name);
        } else {
            firing.add(name);
        }
    }

    @Test
    void everyFigureOfARuleIsShownByAService() throws IOException {
        var recorded =
                MonitoringFiles.rules().map(rule -> rule.path("record").asString("")).toList();
        var shown = shownFigures();
        for (var rule : MonitoringFiles.rules().toList()) {
            var expression = rule.path("expr").asString();
            assertThat(FIGURE.matcher(expression).results().map(m -> plain(m.group(1))))
                    .as(expression)
                    .allMatch(shown::contains, "is shown by a service");
            assertThat(RECORDED.matcher(expression).results().map(m -> m.group()))
                    .as(expression)
                    .isSubsetOf(recorded);
        }
    }

    /// Names of meters as the services' `*Metrics` give them, without unit and kind.
    private static Set<String> shownFigures() throws IOException {
        try (var sources = Files.walk(MonitoringFiles.ROOT, 12)) {
            var names =
                    sources.filter(AlertingRulesTest::isMetricsSource)
                            .map(MonitoringFiles::text)
                            .flatMap(source -> NAME.matcher(source).results())
                            .map(name -> plain(name.group(1).replace('.', '_')));
            return names.collect(Collectors.toSet());
        }
    }

    private static boolean isMetricsSource(Path file) {
        return file.toString().contains("src/main/java")
                && file.getFileName().toString().endsWith("Metrics.java");
    }

    private static String plain(String figure) {
        return figure.replaceAll("(_count|_sum)$", "").replaceAll("(_total|_seconds)$", "");
    }

    @Test
    void promtoolFindsNoFaultInTheConfiguration() throws Exception {
        var promtool = InstalledTool.require("promtool");
        assertThat(promtool.run(MonitoringFiles.PROMETHEUS, "check", "config", "prometheus.yml"))
                .contains("SUCCESS");
        assertThat(promtool.run(MonitoringFiles.PROMETHEUS, "check", "rules", "alerting-rules.yml"))
                .contains("SUCCESS: " + MonitoringFiles.rules().count() + " rules found");
    }

    @ParameterizedTest
    @MethodSource("org.handbell.endtoend.deploy.MonitoringFiles#unitTests")
    void theRulesPassTheirUnitTests(Path file) throws Exception {
        var promtool = InstalledTool.require("promtool");
        var name = file.getFileName().toString();
        assertThat(promtool.run(MonitoringFiles.PROMETHEUS, "test", "rules", name))
                .contains("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "severity=page,   page",
        "severity=ticket, ticket",
        "severity=notice, notice",
        "severity=other,  ticket"
    })
    void aRuleGoesByItsSeverity(String label, String receiver) throws Exception {
        assertThat(route("alertname=HandbellAny", label)).isEqualTo(receiver);
    }

    @Test
    void theAlwaysFiringRuleHasARouteOfItsOwn() throws Exception {
        assertThat(route("alertname=" + ALWAYS_FIRING, "severity=notice")).isEqualTo("watchdog");
    }

    private static String route(String... labels) throws Exception {
        var amtool = InstalledTool.require("amtool");
        amtool.run(MonitoringFiles.ALERTMANAGER, "check-config", "alertmanager.yml");
        var arguments =
                Stream.concat(
                        Stream.of("config", "routes", "test", "--config.file=alertmanager.yml"),
                        Stream.of(labels));
        return amtool.run(MonitoringFiles.ALERTMANAGER, arguments.toArray(String[]::new))
                .lines()
                .filter(line -> !line.startsWith("Warning"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatIsInhibitedExists() {
        var names = MonitoringFiles.alertNames();
        var inhibitions =
                MonitoringFiles.yaml(MonitoringFiles.ALERTMANAGER.resolve("alertmanager.yml"))
                        .path("inhibit_rules");
        assertThat(inhibitions.size()).isPositive();
        for (var matcher : matchers(inhibitions)) {
            var parts = matcher.split("=~?", 2);
            if (parts[0].equals("alertname")) {
                for (var word : parts[1].replace("\"", "").split("\\|")) {
                    assertThat(names).as(matcher).anyMatch(name -> name.matches(word));
                }
            }
        }
    }

    private static List<String> matchers(JsonNode inhibitions) {
        return inhibitions
                .valueStream()
                .flatMap(rule ->
                        Stream.of("source_matchers", "target_matchers")
                                .flatMap(side -> rule.path(side).valueStream()))
                .map(JsonNode::asString)
                .toList();
    }
}
