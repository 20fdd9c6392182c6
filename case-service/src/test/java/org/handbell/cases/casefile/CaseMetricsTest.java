package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.cases.DeskTest;
import org.handbell.cases.Found;
import org.handbell.cases.casefile.DecideCase.Answer;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.evidence.Capture;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CaseMetricsTest extends DeskTest {

    /// Tags that may stand together, in order of their names.
    private static final List<List<String>> ALLOWED =
            List.of(
                    List.of(),
                    List.of("kind"),
                    List.of("outcome"),
                    List.of("outcome", "rule"),
                    List.of("role"),
                    List.of("school", "severity"),
                    List.of("severity"),
                    List.of("topic"));

    @Autowired private MeterRegistry registry;
    @Autowired private DeskCases desk;
    @Autowired private AcknowledgeCase acknowledgeCase;
    @Autowired private JdbcClient jdbc;
    @Autowired private SuggestCases suggest;
    @Autowired private DecideCase decideCase;
    @Autowired private EvidenceLocker locker;
    @Autowired private TransactionTemplate transaction;

    private Case open(boolean thenFail) {
        var found =
                Found.by("account-55", unique("https://example.social/metrics"))
                        .claiming("E3", Severity.HIGH)
                        .event();
        var matter =
                new Matter("staff-55", Role.TEACHER, ACADEMY, Set.of(Route.DISCIPLINARY), Set.of());
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> {
                    var opened = suggest.open(new Claims(found, matter));
                    locker.keep(
                            opened.caseId(),
                            new Capture(
                                    Capture.Kind.POST,
                                    found.postId(),
                                    null,
                                    "any",
                                    Found.NOW,
                                    null,
                                    "any",
                                    List.of()),
                            new byte[0]);
                    if (thenFail) {
                        status.setRollbackOnly();
                    }
                    return opened;
                }));
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void whatWasCommittedCountsAndWhatWasRolledBackDoesNot() {
        var opened = count("handbell.cases.opened");
        var raised = count("handbell.alerts.raised", "severity", "high");
        await().until(() -> registry.find("handbell.trust.cases.open").gauge() != null);
        var open = gauge("handbell.trust.cases.open");

        open(true);
        var about = open(false);

        assertThat(count("handbell.cases.opened")).isEqualTo(opened + 1);
        assertThat(count("handbell.alerts.raised", "severity", "high")).isEqualTo(raised + 1);
        await().untilAsserted(
                        () -> assertThat(gauge("handbell.trust.cases.open")).isEqualTo(open + 1));

        var advised = count("handbell.decisions", "outcome", "advice");
        decideCase.decide(
                "head",
                about.number().value(),
                new Answer(about.version(), Outcome.ADVICE, Reason.OTHER, "any words"));
        assertThat(count("handbell.decisions", "outcome", "advice")).isEqualTo(advised + 1);
        assertThat(count("handbell.decisions.by.rule", "rule", "any-rule", "outcome", "advice"))
                .isPositive();
    }

    @Test
    void theFirstLookIsMeasuredOnceAndEachReadingIsCounted() {
        var about = open(false);
        var looks = registry.get("handbell.first.look").tag("severity", "high").timer();
        var before = looks.count();
        desk.read("teacher", about.number().value());
        assertThat(looks.count()).isEqualTo(before);

        desk.read("head", about.number().value());
        desk.read("head", about.number().value());
        var byHeads = count("handbell.reads", "role", "head");
        desk.read("executive", about.number().value());

        assertThat(looks.count()).isEqualTo(before + 1);
        assertThat(byHeads).isGreaterThanOrEqualTo(2);
        assertThat(count("handbell.reads", "role", "executive_head")).isPositive();
        assertThat(registry.find("handbell.reads").tag("role", "teacher").counter()).isNull();
    }

    @Test
    void whatNobodyLookedAtAgesAndWhatIsDueIsOverdue() {
        await().until(() -> registry.find("handbell.cases.overdue").gauge() != null);
        var overdue = gauge("handbell.cases.overdue");
        var about = open(false);
        jdbc.sql("update cases set opened_at = ?, due_at = ? where case_id = ?")
                .params(
                        Timestamp.from(Instant.now().minus(Duration.ofDays(400))),
                        Timestamp.from(Instant.now().minusSeconds(5)),
                        about.caseId())
                .update();
        await().untilAsserted(() -> {
            assertThat(gauge("handbell.cases.overdue")).isEqualTo(overdue + 1);
            assertThat(gauge("handbell.oldest.unlooked"))
                    .isGreaterThan(Duration.ofDays(399).toSeconds());
        });

        desk.read("head", about.number().value());
        acknowledgeCase.acknowledge("head", about.number().value());

        await().untilAsserted(() -> {
            assertThat(gauge("handbell.cases.overdue")).isEqualTo(overdue);
            assertThat(gauge("handbell.oldest.unlooked"))
                    .isLessThan(Duration.ofDays(399).toSeconds());
        });
    }

    /// The academy and the trust itself are both there, and neither has five critical cases.
    @Test
    void aNumberUnderFiveNeverLeavesAsANumber() {
        await().untilAsserted(() ->
                assertThat(
                                registry.find("handbell.cases.open.few")
                                        .tags("severity", "critical", "school", "trust")
                                        .gauge())
                        .isNotNull());
        assertThat(registry.find("handbell.cases.open").tag("school", "trust").gauge()).isNull();
        assertThat(registry.find("handbell.cases.open").gauges())
                .allSatisfy(gauge -> assertThat(gauge.value()).isGreaterThanOrEqualTo(5));
    }

    @Test
    void aRecordThatIsSetAsideIsCountedAndTheLagGoesBackToNothing() {
        var before = count("handbell.dead.letters", "topic", "findings.v1");
        send(new ProducerRecord<>("findings.v1", unique("bad"), new byte[] {'{'}));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(count("handbell.dead.letters", "topic", "findings.v1"))
                                .isEqualTo(before + 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(lag("findings.v1")).isZero();
                    assertThat(lag("deliveries.v1")).isZero();
                });
    }

    private double lag(String topic) {
        return registry.get("handbell.consumer.lag").tag("topic", topic).gauge().value();
    }

    private double gauge(String name) {
        return registry.get(name).tag("severity", "high").gauge().value();
    }

    @Test
    void noFigureCarriesAPersonOrCrossesClauseAndSeverity() {
        open(false);

        assertThat(registry.getMeters())
                .filteredOn(meter -> meter.getId().getName().startsWith("handbell."))
                .isNotEmpty()
                .allSatisfy(meter ->
                        assertThat(meter.getId().getTags())
                                .filteredOn(tag -> !tag.getKey().equals("application"))
                                .extracting(Tag::getKey)
                                .isIn(ALLOWED));
    }
}
