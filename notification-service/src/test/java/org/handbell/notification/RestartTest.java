package org.handbell.notification;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.notification.Sample.caseId;
import static org.handbell.notification.Sample.person;
import static org.handbell.notification.Sample.raised;
import static org.handbell.notification.Sample.rung;

import java.time.Duration;
import org.handbell.contract.Severity;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Test;

/// What was promised before a stop is kept after it.
class RestartTest {

    private static final Duration PATIENCE = ofSeconds(30);

    @Test
    void aMailServerThatIsDownGetsItsMailWhenItIsBackAlsoOverARestart() {
        var database = TestDatabase.newDatabase();
        var dsl = person("dsl");
        var head = person("head");
        try (var post = new PostOffice();
                var broker = new Broker()) {
            broker.tell(dsl);
            broker.tell(head);
            post.goDown();
            var alert = raised(caseId(), Severity.HIGH, rung(dsl, ZERO), rung(head, ofSeconds(6)));
            try (var _ = Running.start(database, post.port())) {
                broker.tell(alert);
                await().atMost(PATIENCE)
                        .until(() -> broker.deliveriesOf(alert.alertId()).size() >= 2);
            }
            post.comeBack();
            try (var _ = Running.start(database, post.port())) {
                await().atMost(PATIENCE).until(() -> post.lettersTo(head.email()).size() == 1);
                await().atMost(PATIENCE).until(() -> post.lettersTo(dsl.email()).size() == 1);
            }
        }
    }

    @Test
    void anAddressThatIsNoLongerInTheTableIsForgottenAtTheNextStart() {
        var database = TestDatabase.newDatabase();
        var dsl = person("dsl");
        try (var post = new PostOffice();
                var broker = new Broker()) {
            broker.tell(dsl);
            try (var service = Running.start(database, post.port())) {
                await().atMost(PATIENCE).until(() -> people(service, dsl.personId()) == 1);
                service.jdbc()
                        .sql(
                                """
                                insert into recipient (person_id, email, revision, read_at)
                                values ('ghost', 'ghost@fernhill.example', 1, now())
                                """)
                        .update();
            }
            try (var service = Running.start(database, post.port())) {
                await().atMost(PATIENCE).until(() -> people(service, "ghost") == 0);
                assertThat(people(service, dsl.personId())).isEqualTo(1);
            }
        }
    }

    private static int people(Running service, String personId) {
        return service.jdbc()
                .sql("select count(*) from recipient where person_id = ?")
                .param(personId)
                .query(Integer.class)
                .single();
    }
}
