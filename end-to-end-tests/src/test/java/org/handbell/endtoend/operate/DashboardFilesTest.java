package org.handbell.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What can be said of the dashboards without running anything.
class DashboardFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES =
            List.of("ingest-service", "analysis-service", "case-service", "notification-service");

    /// Labels whose small numbers could point at a person.
    private static final Pattern TELLING =
            Pattern.compile("by \\(([^)]*\\b(?:school|rule|clause|exemption|role|kind)\\b[^)]*)\\)");

    /// Labels that a figure of ours may have; none can name a person, an account or a host.
    private static final Set<String> LABELS =
            Set.of(
                    "application", "channel", "clause", "exemption", "gate", "job", "kind", "le",
                    "outcome", "platform", "role", "rule", "rung", "school", "severity", "state",
                    "topic");

    static Stream<Dashboard> dashboards() {
        return Dashboard.all().stream();
    }

    static Stream<Panel> panels() {
        return dashboards().flatMap(dashboard -> dashboard.panels().stream());
    }

    static Stream<Query> queries() {
        return panels().flatMap(panel -> panel.queries().stream());
    }

    @Test
    void thereAreFourAndEachIsFoundUnderItsOwnName() {
        assertThat(dashboards().map(Dashboard::name))
                .containsExactly("governance", "pipeline", "quality", "work");
        assertThat(dashboards().map(Dashboard::uid))
                .containsExactlyElementsOf(dashboards().map(d -> "handbell-" + d.name()).toList());
    }

    @Test
    void theFirstRowAsksAQuestionInPlainEnglish() {
        assertThat(dashboards())
                .isNotEmpty()
                .allSatisfy(dashboard -> {
                var first = dashboard.json().at("/panels/0");
                assertThat(first.path("type").asString()).isEqualTo("row");
                assertThat(first.path("title").asString()).endsWith("?");
                assertThat(dashboard.json().path("description").asString()).endsWith("?");
                });
    }

    @Test
    void aDashboardLeadsToTheOthers() {
        assertThat(dashboards())
                .isNotEmpty()
                .allSatisfy(dashboard -> {
                var leads =
                        dashboard.json().path("links").valueStream().map(link -> link.path("url").asString());
                assertThat(leads)
                        .containsExactlyInAnyOrderElementsOf(
                                dashboards()
                                        .filter(other -> !other.uid().equals(dashboard.uid()))
                                        .map(other -> "/d/" + other.uid())
                                        .toList());
                });
    }

    @Test
    void panelsLieSideBySideOnTheGrid() {
        assertThat(dashboards())
                .isNotEmpty()
                .allSatisfy(dashboard -> {
                var places =
                        dashboard.json()
                                .path("panels")
                                .valueStream()
                                .map(json -> new Panel(dashboard.name(), json))
                                .toList();
                assertThat(places).extracting(panel -> panel.json().path("id").asInt()).doesNotHaveDuplicates();
                for (var panel : places) {
                    assertThat(panel.place().x() + panel.place().width()).as(panel.title()).isLessThanOrEqualTo(24);
                    assertThat(overlapping(panel, places)).as(panel.title()).isEmpty();
                }
                });
    }

    private static List<String> overlapping(Panel panel, List<Panel> all) {
        return all.stream()
                .filter(other -> !other.equals(panel) && other.place().overlaps(panel.place()))
                .map(Panel::title)
                .toList();
    }

    @Test
    void aPanelSaysWhatItMeansWhatToDoAndInWhichUnit() {
        assertThat(panels())
                .isNotEmpty()
                .allSatisfy(panel -> {
                assertThat(panel.unit()).isNotEmpty();
                assertThat(panel.json().at("/fieldConfig/defaults/thresholds/steps")).isNotEmpty();
                assertThat(panel.description())
                        .contains("**What to do:**")
                        .contains("](${runbook_base}");
                });
    }

    @Test
    void aPanelLeadsToAHeadingThatExists() {
        assertThat(panels())
                .isNotEmpty()
                .allSatisfy(panel -> {
                var link = Pattern.compile("\\$\\{runbook_base}([^#)]+)#([^)]+)\\)").matcher(panel.description());
                assertThat(link.find()).isTrue();
                assertThat(headings(link.group(1))).contains(link.group(2));
                });
    }

    private static Set<String> headings(String file) throws IOException {
        return Files.readAllLines(ROOT.resolve(file)).stream()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceFirst("#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyDataSourceIsTheOneThatIsProvisioned() {
        assertThat(dashboards())
                .isNotEmpty()
                .allSatisfy(dashboard -> {
                var chosen = dashboard.json().at("/templating/list/0");
                assertThat(chosen.path("name").asString()).isEqualTo("datasource");
                assertThat(provisioned(chosen.path("query").asString()))
                        .contains(chosen.at("/current/value").asString());
                assertThat(dashboard.json().findValues("datasource"))
                        .extracting(source -> source.path("uid").asString())
                        .isNotEmpty()
                        .containsOnly("${datasource}");
                });
    }

    private static List<String> provisioned(String type) throws IOException {
        return yaml("provisioning/datasources/handbell.yml").path("datasources")
                .valueStream()
                .filter(source -> source.path("type").asString().equals(type))
                .map(source -> source.path("uid").asString())
                .toList();
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(Dashboard.GRAFANA.resolve(file)));
    }

    @Test
    void aQueryNamesOnlyFiguresThatAServiceTells() {
        assertThat(queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                for (var metric : query.metrics()) {
                    assertThat(told()).contains(metric.replaceFirst("_(bucket|count|sum)$", ""));
                }
                assertThat(query.metrics().isEmpty()).isEqualTo(query.expression().contains("up{job"));
                });
    }

    /// The figures in the tables of the services' READMEs, of which a test of each service says
    /// that it tells them.
    private static Set<String> told() throws IOException {
        var told = new TreeSet<String>();
        for (var service : SERVICES) {
            var text = Files.readString(ROOT.resolve(service).resolve("README.md"));
            for (var line : text.lines().filter(l -> l.startsWith("| `handbell_")).toList()) {
                told.addAll(figures(line.split("\\|", -1)[1]));
            }
        }
        return told;
    }

    /// `handbell_a_b_total{x}, …_c_total` stands for handbell_a_b_total and handbell_a_c_total.
    private static List<String> figures(String cell) {
        var figures = new ArrayList<String>();
        for (var word : cell.split("`")) {
            var name = word.replaceAll("\\{.*", "").strip();
            if (name.startsWith("…_")) {
                var first = figures.getFirst();
                var parts = name.substring(2).split("_").length;
                figures.add(first.replaceFirst("(_[a-z]+){" + parts + "}$", "_" + name.substring(2)));
            } else if (name.startsWith("handbell_")) {
                figures.add(name);
            }
        }
        return figures;
    }

    @Test
    void aQueryAsksForNoInstanceAndNobody() {
        assertThat(queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                var labels = Pattern.compile("(?:by|on) \\(([^)]*)\\)|([a-z_]+)=~?\"").matcher(query.expression());
                labels.results()
                        .flatMap(match -> Stream.of(String.valueOf(match.group(1)), String.valueOf(match.group(2))))
                        .filter(found -> !found.equals("null"))
                        .flatMap(found -> Stream.of(found.split(", ")))
                        .filter(label -> !label.isEmpty() && !label.equals("__name__"))
                        .forEach(label -> assertThat(LABELS).as(query.toString()).contains(label));
                assertThat(query.expression()).doesNotContain("localhost", "127.0.0.1", "instance", ":80");
                });
    }

    @Test
    void clauseAndSeverityAreNeverCrossed() {
        assertThat(queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                assertThat(query.expression())
                        .doesNotContainPattern("by \\([^)]*clause[^)]*severity|by \\([^)]*severity[^)]*clause");
                });
    }

    @Test
    void aSmallNumberThatCouldPointAtAPersonIsHiddenInTheQueryItself() {
        assertThat(queries())
                .isNotEmpty()
                .allSatisfy(query -> {
                if (TELLING.matcher(query.expression()).find()) {
                    assertThat(SmallCounts.hides(query.expression())).as(query.expression()).isTrue();
                    assertThat(zeroIsShownAs(query.panel())).as(query.toString()).isIn("<5", "");
                }
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
        assertThat(SmallCounts.hides("sum by (rule) (a) * (sum by (rule) (b) >= bool 5)")).isFalse();
        assertThat(SmallCounts.hides("sum by (rule) (a) * (sum by (rule) (a) >= bool 4)")).isFalse();
        assertThat(SmallCounts.hides("sum by (rule) (a) * (sum by (rule) (a) >= bool 5)")).isTrue();
    }
}
