package org.handbell.notification;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.notification.Sample.caseId;
import static org.handbell.notification.Sample.person;
import static org.handbell.notification.Sample.raised;
import static org.handbell.notification.Sample.rung;

import com.icegreen.greenmail.user.UserException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.Ids;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.test.ChildJvm;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Test;

/// `kill -9` while the mail server has messages whose receipt it has not confirmed yet.
class KillTest {

    private static final Duration PATIENCE = ofSeconds(120);
    private static final int ALERTS = 30;
    private static final int BEFORE_THE_HOLD = 25;
    private static final int SENDERS = 10;

    private final List<Listed> people = List.of(person("dsl"), person("head"), person("trust"));
    private final Listed later = person("later");
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void afterAKillInTheMiddleNobodyIsLeftOutAndOnlyWhatWasInFlightIsRepeated() {
        try (var post = new PostOffice();
                var broker = new Broker()) {
            holdAfterSome(post);
            var database = TestDatabase.newDatabase();
            var settings = Running.settings(database, post.port());
            people.forEach(broker::tell);
            broker.tell(later);
            var alerts = IntStream.range(0, ALERTS).mapToObj(_ -> alert()).toList();
            try (var child = ChildJvm.start(NotificationApplication.class, settings)) {
                alerts.forEach(broker::tell);
                await().atMost(PATIENCE)
                        .until(() -> !held.isEmpty() && inFlight(database) == SENDERS);
                child.kill();
            }
            release.countDown();
            try (var _ = ChildJvm.start(NotificationApplication.class, settings)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(delivered(broker, alerts))
                                        .hasSize(ALERTS * (people.size() + 1)));
            }
            check(post, delivered(broker, alerts), alerts);
        }
    }

    /// A claim may be cut short before the message is out: so more may be marked than came twice,
    /// never fewer.
    private void check(PostOffice post, List<Delivered> delivered, List<Raised> alerts) {
        var copies =
                post.letters().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PostOffice.Letter::messageId, Collectors.counting()));
        assertThat(copies.keySet()).isEqualTo(wanted(alerts));
        assertThat(copies.values()).allMatch(count -> count <= 2);
        var twice = new HashSet<>(copies.keySet());
        twice.removeIf(id -> copies.getOrDefault(id, 0L) == 1);
        var marked =
                delivered.stream()
                        .filter(Delivered::repeat)
                        .map(d -> messageId(d.alertId(), d.personId()))
                        .collect(Collectors.toSet());
        assertThat(twice).containsAll(held);
        assertThat(marked).containsAll(twice).hasSizeLessThanOrEqualTo(SENDERS);
    }

    private static int inFlight(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from notification.delivery where state = 'SENDING'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Raised alert() {
        var rungs =
                people.stream()
                        .map(person -> rung(person, ZERO))
                        .collect(Collectors.toCollection(ArrayList::new));
        rungs.add(rung(later, ofSeconds(5)));
        return raised(caseId(), Severity.HIGH, rungs.toArray(Rung[]::new));
    }

    private Set<String> wanted(List<Raised> alerts) {
        return alerts.stream()
                .flatMap(alert ->
                        alert.ladder().stream()
                                .map(rung -> messageId(alert.alertId(), rung.personId())))
                .collect(Collectors.toSet());
    }

    private static String messageId(String alertId, String personId) {
        return "<" + Ids.delivery(alertId, personId, Channel.EMAIL) + "@handbell.example>";
    }

    private static List<Delivered> delivered(Broker broker, List<Raised> alerts) {
        var ids = alerts.stream().map(Raised::alertId).collect(Collectors.toSet());
        return broker.deliveries().stream()
                .filter(event -> ids.contains(event.alertId()))
                .filter(Delivered.class::isInstance)
                .map(Delivered.class::cast)
                // The relay may repeat an event; its id is the same.
                .collect(Collectors.toMap(Delivered::eventId, Function.identity(), (a, _) -> a))
                .values()
                .stream()
                .toList();
    }

    /// From the given message on, the server keeps the message but does not say so.
    private void holdAfterSome(PostOffice post) {
        var users = post.server().getManagers().getUserManager();
        users.setMessageDeliveryHandler((message, address) -> {
            var user = users.getUserByEmail(address.getEmail());
            if (user == null) {
                user = post.server().setUser(address.getEmail(), "none");
            }
            if (release.getCount() == 0 || taken.incrementAndGet() <= BEFORE_THE_HOLD) {
                return user;
            }
            user.deliver(message);
            held.add(message.getMessage().getMessageID());
            awaitRelease();
            throw new UserException("the sender is dead by now");
        });
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
