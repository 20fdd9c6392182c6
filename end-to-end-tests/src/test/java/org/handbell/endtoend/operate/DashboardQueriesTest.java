package org.handbell.endtoend.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.handbell.endtoend.RealServers;
import org.handbell.endtoend.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every question of every dashboard, put to a real Prometheus that watched the real services
/// through a busy minute. Grafana itself does not run here: what it would draw is drawn by
/// [Preview].
@TestMethodOrder(OrderAnnotation.class)
class DashboardQueriesTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Path PICTURES =
            Path.of(System.getProperty("handbell.pictures", "target/pictures"));

    private static BusySchool school;
    private static Prometheus prometheus;
    private static Instant from;

    @TempDir static Path folder;

    @BeforeAll
    static void aBusyMinute() {
        RealServers.require(Prometheus.missing());
        school = BusySchool.open();
        from = Clock.systemUTC().instant();
        prometheus = Prometheus.start(school.ports());
        school.live();
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
        if (school != null) {
            school.close();
        }
    }

    static Stream<Dashboard> dashboards() {
        return Dashboard.all().stream();
    }

    static Stream<Query> queries() {
        return DashboardFilesTest.queries();
    }

    static Stream<String> metrics() {
        return queries().flatMap(query -> query.metrics().stream()).distinct().sorted();
    }

    @ParameterizedTest
    @Order(1)
    @MethodSource("metrics")
    void aServiceTellsTheFigure(String metric) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(shown().numbers("count(" + metric + ")")).isNotEmpty());
    }

    @ParameterizedTest
    @Order(2)
    @MethodSource("queries")
    void theQueryHasData(Query query) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(shown().numbers(query)).as(query.expression()).isNotEmpty());
    }

    @ParameterizedTest
    @Order(3)
    @MethodSource("queries")
    void noNumberThatCouldPointAtAPersonIsBetweenNoughtAndFive(Query query) {
        if (SmallCounts.hides(query.expression())) {
            assertThat(shown().numbers(query)).allMatch(number -> number == 0 || number >= 5);
        }
    }

    @ParameterizedTest
    @Order(4)
    @MethodSource("dashboards")
    void theDashboardIsDrawnWithTheDataOfTheRun(Dashboard dashboard) throws IOException {
        Assumptions.assumeTrue(
                Browser.installed(), "no chromium and chromedriver (Debian: chromium-driver)");
        var page = Preview.write(dashboard, shown(), folder.resolve(dashboard.name() + ".html"));
        try (var browser = Browser.open(folder.resolve(dashboard.name()), PICTURES)) {
            browser.size(1440, Preview.height(dashboard)).at(page.toUri().toString());
            browser.picture("dashboard-" + dashboard.name());
            assertThat(browser.all(".panel")).hasSameSizeAs(dashboard.panels());
            assertThat(browser.text()).doesNotContain("NaN", "undefined");
            assertThat(browser.all(".nothing")).isEmpty();
        }
    }

    private static Shown shown() {
        return new Shown(prometheus, from, Clock.systemUTC().instant());
    }
}
