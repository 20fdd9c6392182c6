package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.contract.Severity.MEDIUM;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.evidence.Verification;
import org.handbell.cases.people.Members;
import org.handbell.cases.register.AccountRegister;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Ids;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.test.ChildJvm;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` while the desk takes in findings. The broker is the test's own, so that no other desk
/// reads along.
class IntakeKillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int HOLDERS = 60;
    private static final List<String> CLAUSES =
            List.of("C1", "C3", "E1", "E3", "E9", "P1", "P8", "S2", "G1", "G8");
    private static final int POSTS = HOLDERS * CLAUSES.size();
    private static final List<Integer> KILLED_AFTER = List.of(50, 200, 350);

    @TempDir Path folder;

    @Test
    void afterThreeKillsInTheMiddleEachPostIsInOneCaseWithOneEvidenceAndOneAlert()
            throws Exception {
        try (var broker = EmbeddedBroker.start(folder, 0, Map.of())) {
            var properties = properties(broker.bootstrapServers());
            var database = String.valueOf(properties.get("spring.datasource.url"));
            try (var desk = TestDesk.start("", properties)) {
                openTheSchool(desk);
            }
            send(broker.bootstrapServers(), findings());
            for (var done : KILLED_AFTER) {
                killAfter(done, database, properties);
            }
            try (var desk = TestDesk.start("", properties)) {
                await().atMost(PATIENCE)
                        .until(() -> taken(database) >= POSTS && unsent(database) == 0);
                check(desk, broker.bootstrapServers());
                assertThat(count(database, "cases.audit_entry where action = 'case.suggested'"))
                        .isEqualTo(POSTS);
                assertThat(count(database, "cases.evidence")).isEqualTo(POSTS);
                assertThat(count(database, "cases.case_findings")).isEqualTo(POSTS);
            }
        }
    }

    private static void killAfter(int done, String database, Map<String, String> properties)
            throws SQLException {
        try (var child = ChildJvm.start(CaseApplication.class, properties)) {
            await().atMost(PATIENCE)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> !child.alive() || taken(database) >= done);
            assertThat(child.alive()).as(child.output()).isTrue();
            child.kill();
        }
        assertThat(taken(database)).as("killed in the middle").isBetween((long) done, POSTS - 1L);
    }

    private static void check(TestDesk desk, String bootstrap) {
        var opened = findings().stream().map(found -> caseOf(desk, found)).toList();
        var ids = opened.stream().map(Case::caseId).collect(Collectors.toSet());
        assertThat(ids).hasSize(POSTS);
        assertThat(opened).extracting(c -> c.number().value()).doesNotHaveDuplicates();
        for (var about : opened) {
            assertThat(desk.bean(EvidenceLocker.class).verify(about.caseId()))
                    .isEqualTo(new Verification.Intact(1));
        }
        var raised = raised(bootstrap);
        assertThat(raised.keySet())
                .isEqualTo(
                        ids.stream().map(id -> Ids.alert(id, MEDIUM)).collect(Collectors.toSet()));
        assertThat(TopicReader.records(bootstrap, Topics.FINDINGS.deadLetters(), "")).isEmpty();
    }

    private static Case caseOf(TestDesk desk, FindingEvent found) {
        var about = desk.bean(Cases.class).ofPost(found.postId());
        assertThat(about).hasSize(1);
        return about.getFirst();
    }

    /// A kill between send and note sends an alert again, with the same id: whoever reads it knows
    /// it by that.
    private static Map<String, AlertEvent> raised(String bootstrap) {
        var wire = Wire.of(Topics.ALERTS);
        return TopicReader.records(bootstrap, "alerts.v1", "").stream()
                .map(wire::read)
                .collect(
                        Collectors.toMap(
                                AlertEvent::eventId,
                                Function.identity(),
                                (first, again) -> {
                                    assertThat(again).isEqualTo(first);
                                    return first;
                                }));
    }

    private static void openTheSchool(TestDesk desk) {
        desk.transaction()
                .executeWithoutResult(_ ->
                        DeskTest.school(
                                desk.bean(Members.class), desk.bean(AccountRegister.class)));
    }

    /// No two of one person share a clause, so that each post is a case of its own.
    private static List<FindingEvent> findings() {
        return IntStream.range(0, HOLDERS)
                .boxed()
                .flatMap(holder ->
                        CLAUSES.stream().map(clause -> finding("account-" + holder, clause)))
                .toList();
    }

    private static FindingEvent finding(String account, String clause) {
        return Found.by(account, "https://example.social/" + account + "/" + clause)
                .claiming(clause, MEDIUM)
                .event();
    }

    private static void send(String bootstrap, List<FindingEvent> events)
            throws ExecutionException, InterruptedException {
        var wire = Wire.of(Topics.FINDINGS);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var sent =
                    events.stream()
                            .map(event -> producer.send(wire.record(event, "/handbell/analysis")))
                            .toList();
            for (var acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    /// The dead are forgotten, and what they had begun is taken over, within seconds.
    private static Map<String, String> properties(String bootstrap) {
        return TestDesk.properties(
                Map.ofEntries(
                        Map.entry("spring.datasource.url", TestDatabase.newDatabase()),
                        Map.entry("spring.kafka.bootstrap-servers", bootstrap),
                        Map.entry("spring.kafka.consumer.properties.session.timeout.ms", "6000"),
                        Map.entry("spring.kafka.consumer.properties.heartbeat.interval.ms", "1500"),
                        Map.entry("spring.modulith.events.staleness.check-interval", "1s"),
                        Map.entry("spring.modulith.events.staleness.published", "5s"),
                        Map.entry("spring.modulith.events.staleness.processing", "5s"),
                        Map.entry("spring.modulith.events.staleness.resubmitted", "5s")));
    }

    private static long taken(String database) throws SQLException {
        return count(database, "cases.case_posts");
    }

    private static long unsent(String database) throws SQLException {
        return count(database, "cases.alert_events where sent_at is null")
                + count(database, "cases.event_publication");
    }

    private static long count(String database, String of) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + of)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
