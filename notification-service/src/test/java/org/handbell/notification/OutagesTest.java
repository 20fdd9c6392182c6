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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.test.ChildJvm;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A bad hour: thousands of alerts while the service is killed again and again, the mail server is
/// away for two minutes and the database for one. About twenty minutes.
@Tag("long")
class OutagesTest {

    private static final Logger log = LoggerFactory.getLogger(OutagesTest.class);
    private static final int ALERTS = Integer.getInteger("handbell.test.alerts", 5000);
    private static final int KILLS = Integer.getInteger("handbell.test.kills", 20);
    private static final Duration MAIL_AWAY =
            ofSeconds(Integer.getInteger("handbell.test.mail-away", 120));
    private static final Duration DATABASE_AWAY =
            ofSeconds(Integer.getInteger("handbell.test.database-away", 60));
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration IN_TIME = ofSeconds(5);
    private static final Duration SECOND_RUNG = ofSeconds(30);
    private static final int SENDERS = 10;
    private static final int BATCHES = KILLS + 2;

    /// A time when the service could not work.
    private record Outage(Instant from, Instant until) {}

    private final List<Listed> people = List.of(person("dsl"), person("head"), person("trust"));
    private final Listed second = person("second");
    private final List<Outage> outages = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int inFlight;

    @Test
    void eachAlertIsDeliveredAndOnlyWhatWasInFlightIsRepeated() {
        var database = TestDatabase.newDatabase();
        try (var post = new PostOffice();
                var broker = new Broker();
                var cable = new Cable(port(database));
                var mailCable = new Cable(post.port())) {
            people.forEach(broker::tell);
            broker.tell(second);
            var jdbc = JdbcClient.create(new DriverManagerDataSource(database));
            var settings = settings(database, cable, mailCable);
            var alerts = new ArrayList<Raised>();
            var child = start(settings);
            for (var batch = 0; batch < BATCHES; batch++) {
                tell(broker, alerts, ALERTS / BATCHES);
                var goal = delivered(jdbc) + ALERTS / BATCHES / 2;
                await().atMost(PATIENCE).until(() -> delivered(jdbc) >= goal);
                if (batch == BATCHES / 3) {
                    mailAway(mailCable, jdbc);
                } else if (batch == 2 * BATCHES / 3) {
                    databaseAway(cable, jdbc, () -> tell(broker, alerts, 1));
                } else {
                    child = killAndStart(child, jdbc, settings);
                }
            }
            tell(broker, alerts, ALERTS - alerts.size());
            var all = messages(alerts);
            await().atMost(PATIENCE).until(() -> delivered(jdbc) == all);
            said.add(child.output());
            child.close();
            check(post, jdbc, alerts);
        }
    }

    private static int port(String database) {
        var port = Pattern.compile("//[^:/]+:(\\d+)/").matcher(database);
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static Map<String, String> settings(String database, Cable cable, Cable mailCable) {
        var settings =
                new HashMap<>(
                        Running.settings(
                                database.replace(
                                        ":" + port(database) + "/", ":" + cable.port() + "/"),
                                mailCable.port()));
        settings.put("handbell.escalation.last-wait", "12h");
        return settings;
    }

    private ChildJvm start(Map<String, String> settings) {
        var child = ChildJvm.start(NotificationApplication.class, settings);
        await().atMost(PATIENCE)
                .until(() -> child.output().contains("Started NotificationApplication"));
        return child;
    }

    private ChildJvm killAndStart(ChildJvm child, JdbcClient jdbc, Map<String, String> settings) {
        var from = Instant.now();
        child.kill();
        inFlight += sending(jdbc);
        said.add(child.output());
        var next = start(settings);
        outages.add(new Outage(from, Instant.now()));
        return next;
    }

    private void mailAway(Cable mailCable, JdbcClient jdbc) {
        inFlight += SENDERS;
        mailCable.pullOut();
        stayAway(MAIL_AWAY);
        mailCable.putBack();
        assertThat(sending(jdbc)).isLessThanOrEqualTo(SENDERS);
    }

    private void databaseAway(Cable cable, JdbcClient jdbc, Runnable tellOneMore) {
        var from = Instant.now();
        cable.pullOut();
        inFlight += sending(jdbc);
        stayAway(DATABASE_AWAY);
        cable.putBack();
        var before = delivered(jdbc);
        tellOneMore.run();
        await().atMost(PATIENCE).until(() -> delivered(jdbc) > before);
        outages.add(new Outage(from, Instant.now()));
    }

    /// Time has to pass here: how long it is away is what is tested.
    private static void stayAway(Duration away) {
        var until = Instant.now().plus(away);
        await().atMost(away.plusSeconds(60)).until(() -> Instant.now().isAfter(until));
    }

    /// One in ten goes on to a second person.
    private void tell(Broker broker, List<Raised> alerts, int more) {
        for (var i = 0; i < more; i++) {
            var first = rung(people.get(alerts.size() % people.size()), ZERO);
            var alert =
                    alerts.size() % 10 == 0
                            ? raised(caseId(), Severity.HIGH, first, rung(second, SECOND_RUNG))
                            : raised(caseId(), Severity.HIGH, first);
            alerts.add(alert);
            broker.tell(alert);
        }
    }

    private static int messages(List<Raised> alerts) {
        return alerts.stream().mapToInt(alert -> alert.ladder().size()).sum();
    }

    private static int delivered(JdbcClient jdbc) {
        return count(jdbc, "state = 'DELIVERED'");
    }

    private static int sending(JdbcClient jdbc) {
        return count(jdbc, "state = 'SENDING'");
    }

    private static int count(JdbcClient jdbc, String where) {
        return jdbc.sql("select count(*) from notification.delivery where " + where)
                .query(Integer.class)
                .single();
    }

    private void check(PostOffice post, JdbcClient jdbc, List<Raised> alerts) {
        var copies =
                post.letters().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PostOffice.Letter::messageId, Collectors.counting()));
        assertThat(copies.size()).isEqualTo(messages(alerts));
        var repeats = copies.values().stream().mapToLong(count -> count - 1).sum();
        var late = lateness(jdbc);
        log.info(
                "{} alerts, {} messages, {} kills: {} sent again, {} in flight at the outages; the"
                        + " latest second rung came {} ms late",
                alerts.size(),
                copies.size(),
                KILLS,
                repeats,
                inFlight,
                late.stream().mapToLong(Duration::toMillis).max().orElse(0));
        assertThat(repeats).isLessThanOrEqualTo(inFlight);
        assertThat(repeatsOnRecord(jdbc)).isGreaterThanOrEqualTo((int) repeats);
        assertThat(saidAgain()).isGreaterThanOrEqualTo(repeats);
        assertThat(late).allMatch(delay -> delay.compareTo(IN_TIME) <= 0);
    }

    private static int repeatsOnRecord(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from notification.attempt where repeat")
                .query(Integer.class)
                .single();
    }

    private long saidAgain() {
        return said.stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("sent again, first outcome unknown"))
                .count();
    }

    /// How much later than planned each second rung came, counted from when the service was back.
    private List<Duration> lateness(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select one.due_at as first, two.due_at as second
                        from notification.delivery one join notification.delivery two
                            on one.alert_id = two.alert_id and one.step = 0 and two.step = 1
                        """)
                .query((row, _) ->
                        late(
                                row.getTimestamp("first").toInstant().plus(SECOND_RUNG),
                                row.getTimestamp("second").toInstant()))
                .list();
    }

    private Duration late(Instant planned, Instant told) {
        var possible =
                outages.stream()
                        .filter(outage -> !outage.from().isAfter(planned.plusSeconds(5)))
                        .map(Outage::until)
                        .filter(until -> until.isAfter(planned) && !until.isAfter(told))
                        .max(Instant::compareTo)
                        .orElse(planned);
        return Duration.between(possible, told);
    }
}
