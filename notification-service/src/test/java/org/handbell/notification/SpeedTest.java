package org.handbell.notification;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.handbell.notification.Sample.caseId;
import static org.handbell.notification.Sample.person;
import static org.handbell.notification.Sample.raised;
import static org.handbell.notification.Sample.rung;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long it takes from an alert on `alerts.v1` until the mail server has accepted its message,
/// at twenty alerts a second; and how long the bare sending takes in the same run.
@Tag("long")
class SpeedTest {

    private static final Logger log = LoggerFactory.getLogger(SpeedTest.class);
    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 200;
    private static final int MEASURED = 800;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void ninetyFiveInAHundredAreAcceptedWithinHalfASecond() throws Exception {
        try (var post = new PostOffice();
                var broker = new Broker();
                var service = Running.start(TestDatabase.newDatabase(), post.port())) {
            var dsl = person("dsl");
            broker.tell(dsl);
            atTwentyASecond(broker, dsl, WARM_UP);
            awaitDelivered(service, WARM_UP);

            atTwentyASecond(broker, dsl, MEASURED);
            awaitDelivered(service, WARM_UP + MEASURED);

            var whole = p95(measured(service));
            var bare = p95(bare(post.port(), dsl));
            log.info(
                    "p95 from alert to accepted: {} ms; bare sending: {} ms; ratio {}",
                    whole,
                    bare,
                    whole / Math.max(1, bare));
            assertThat(whole).isLessThanOrEqualTo(500);
        }
    }

    private static void atTwentyASecond(Broker broker, Listed person, int count)
            throws InterruptedException {
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            for (var i = 0; i < count; i++) {
                var after = i * 1000L / PER_SECOND;
                timer.schedule(
                        () -> broker.tell(raised(caseId(), Severity.HIGH, rung(person, ZERO))),
                        after,
                        TimeUnit.MILLISECONDS);
            }
            timer.shutdown();
            assertThat(timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void awaitDelivered(Running service, int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        service.jdbc()
                                        .sql(
                                                "select count(*) from delivery where state = 'DELIVERED'")
                                        .query(Integer.class)
                                        .single()
                                == count);
    }

    /// In ms, of the last ones told.
    private static List<Double> measured(Running service) {
        return service.jdbc()
                .sql(
                        """
                        select 1000 * extract(epoch from a.ended_at - alert.raised_at)
                        from attempt a join delivery using (delivery_id) join alert using (alert_id)
                        order by alert.raised_at desc limit ?
                        """)
                .param(MEASURED)
                .query((row, _) -> row.getDouble(1))
                .list();
    }

    /// A connection for each, as the service does it.
    private static List<Double> bare(int port, Listed person) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        var session = Session.getInstance(properties);
        var times = new ArrayList<Double>();
        for (var i = 0; i < MEASURED; i++) {
            var message = new MimeMessage(session);
            message.setFrom(new InternetAddress("alerts@handbell.example"));
            message.setRecipient(RecipientType.TO, new InternetAddress(person.email()));
            message.setSubject("Today: Fernhill High");
            message.setText("Something needs you today.");
            var began = Instant.now();
            Transport.send(message);
            times.add(Duration.between(began, Instant.now()).toNanos() / 1e6);
        }
        return times;
    }

    private static double p95(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
