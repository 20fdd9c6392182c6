package org.handbell.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What can be said of the dashboards without running anything.
class DashboardFilesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern HEADING =
            Pattern.compile("\\$\\{runbook_base}([^#)]+)#([^)]+)\\)");

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
                            dashboard
                                    .json()
                                    .path("links")
                                    .valueStream()
                                    .map(link -> link.path("url").asString());
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
                            dashboard
                                    .json()
                                    .path("panels")
                                    .valueStream()
                                    .map(json -> new Panel(dashboard.name(), json))
                                    .toList();
                    assertThat(places)
                            .extracting(panel -> panel.json().path("id").asInt())
                            .doesNotHaveDuplicates();
                    for (var panel : places) {
                        assertThat(panel.place().x() + panel.place().width())
                                .as(panel.title())
                                .isLessThanOrEqualTo(24);
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
                    assertThat(panel.json().at("/fieldConfig/defaults/thresholds/steps"))
                            .isNotEmpty();
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
                    var link = HEADING.matcher(panel.description());
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

    @Test
    void composeMountsTheFoldersThatTheProvisioningNames() throws IOException {
        var folder = yaml("provisioning/dashboards/handbell.yml").at("/providers/0/options/path");
        assertThat(folder.asString()).isEqualTo("/etc/grafana/dashboards");
        var compose =
                new YAMLMapper().readTree(Files.readString(ROOT.resolve("docker-compose.yml")));
        assertThat(compose.at("/services/grafana/volumes"))
                .extracting(JsonNode::asString)
                .contains(
                        "./ops/grafana/dashboards:" + folder.asString() + ":ro",
                        "./ops/grafana/provisioning:/etc/grafana/provisioning:ro");
    }

    private static List<String> provisioned(String type) throws IOException {
        return yaml("provisioning/datasources/handbell.yml")
                .path("datasources")
                .valueStream()
                .filter(source -> source.path("type").asString().equals(type))
                .map(source -> source.path("uid").asString())
                .toList();
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(Dashboard.GRAFANA.resolve(file)));
    }
}
