package org.handbell.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the dashboards ask for, read as text: only figures that exist, nobody, and no small number
/// that could point at somebody.
class QueryTextTest {

    /// Labels whose small numbers could point at a person.
    private static final Pattern TELLING =
            Pattern.compile(
                    "by \\(([^)]*\\b(?:school|rule|clause|exemption|role|kind)\\b[^)]*)\\)");

    /// Labels that a figure of ours may have; none can name a person, an account or a host.
    private static final Set<String> LABELS =
            Set.of(
                    "application",
                    "channel",
                    "clause",
                    "exemption",
                    "gate",
                    "job",
                    "kind",
                    "le",
                    "outcome",
                    "platform",
                    "role",
                    "rule",
                    "rung",
                    "school",
                    "severity",
                    "state",
                    "topic");

    @Test
    void aQueryNamesOnlyFiguresThatAServiceTells() {
        assertThat(DashboardFilesTest.queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                    for (var metric : query.metrics()) {
                        assertThat(ToldFigures.all())
                                .contains(metric.replaceFirst("_(bucket|count|sum)$", ""));
                    }
                    assertThat(query.metrics().isEmpty())
                            .isEqualTo(query.expression().contains("up{job"));
                });
    }

    @Test
    void aQueryAsksForNoInstanceAndNobody() {
        assertThat(DashboardFilesTest.queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                    var labels =
                            Pattern.compile("(?:by|on) \\(([^)]*)\\)|([a-z_]+)=~?\"")
                                    .matcher(query.expression());
                    labels.results()
                            .flatMap(match ->
                                    Stream.of(
                                            String.valueOf(match.group(1)),
                                            String.valueOf(match.group(2))))
                            .filter(found -> !found.equals("null"))
                            .flatMap(found -> Stream.of(found.split(", ")))
                            .filter(label -> !label.isEmpty() && !label.equals("__name__"))
                            .forEach(label ->
                                    assertThat(LABELS).as(query.toString()).contains(label));
                    assertThat(query.expression())
                            .doesNotContain("localhost", "127.0.0.1", "instance", ":80");
                });
    }

    @Test
    void clauseAndSeverityAreNeverCrossed() {
        assertThat(DashboardFilesTest.queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                    assertThat(query.expression())
                            .doesNotContainPattern(
                                    "by \\([^)]*clause[^)]*severity|by \\([^)]*severity[^)]*clause");
                });
    }

    @Test
    void aSmallNumberThatCouldPointAtAPersonIsHiddenInTheQueryItself() {
        assertThat(DashboardFilesTest.queries())
                .filteredOn(query -> TELLING.matcher(query.expression()).find())
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(query -> {
                    assertThat(SmallCounts.hides(query.expression())).isTrue();
                    assertThat(zeroIsShownAs(query.panel())).isIn("<5", "");
                });
    }

    /// What the panel writes for nought; a line in a chart writes nothing.
    private static String zeroIsShownAs(Panel panel) {
        return panel.json().path("type").asString().equals("timeseries")
                ? ""
                : panel.json().at("/fieldConfig/defaults/mappings/0/options/0/text").asString("0");
    }

    @Test
    void aQueryThatShowsSmallNumbersWouldBeFound() {
        assertThat(SmallCounts.hides("sum by (school) (handbell_cases_open)")).isFalse();
        assertThat(SmallCounts.hides("sum by (rule) (a) * (sum by (rule) (b) >= bool 5)"))
                .isFalse();
        assertThat(SmallCounts.hides("sum by (rule) (a) * (sum by (rule) (a) >= bool 4)"))
                .isFalse();
        assertThat(SmallCounts.hides("sum by (rule) (a) * (sum by (rule) (a) >= bool 5)")).isTrue();
    }
}
