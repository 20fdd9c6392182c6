package org.handbell.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.notification.ScriptedChannel.Script;
import org.handbell.notification.ScriptedChannel.Sent;
import org.handbell.notification.alert.AlertDoor;
import org.handbell.notification.delivery.DeliveryDoor;
import org.handbell.notification.delivery.DeliveryTasks;
import org.handbell.notification.escalation.EscalationDoor;
import org.handbell.notification.notify.Backoff;
import org.handbell.notification.notify.BackoffSettings;
import org.handbell.notification.notify.ChannelSettings;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Notifiers;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.recipient.Recipients;
import org.handbell.notification.timer.Timers;
import org.handbell.operations.tracing.Traces;
import org.handbell.test.TestDatabase;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The service's own code on a real database, with a clock, timers and channels in the test's hand:
/// days pass in milliseconds, and everything happens in the order of its time.
final class Simulation implements AutoCloseable {

    /// What is waited for.
    private record Timer(String task, String id) {}

    private final TestClock clock = new TestClock();
    private final Map<Timer, Instant> timers = new LinkedHashMap<>();
    private final List<Sent> sent = ScriptedChannel.log();
    private final Map<Channel, ScriptedChannel> channels = new EnumMap<>(Channel.class);
    private final AnnotationConfigApplicationContext beans =
            new AnnotationConfigApplicationContext();
    private long revision;

    Simulation(String... settings) {
        var database = database();
        for (var channel : Channel.values()) {
            channels.put(channel, new ScriptedChannel(channel, clock, sent));
        }
        var backoff =
                new Backoff(
                        new BackoffSettings(Duration.ofSeconds(2), Duration.ofMinutes(5)),
                        new Random(1));
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(Timers.class, () -> this::set);
        beans.registerBean(DataSource.class, () -> database);
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        beans.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        beans.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        beans.registerBean(Traces.class, Traces::off);
        beans.registerBean(RandomGenerator.class, () -> new Random(1));
        beans.registerBean(Notifiers.class, () -> notifiers(backoff));
        beans.register(OwnCode.class);
        TestPropertyValues.of(settings)
                .and("handbell.mail.from=alerts@handbell.example")
                .applyTo(beans);
        beans.refresh();
    }

    /// The breaker looks at the wall clock, so it never opens here.
    private Notifiers notifiers(Backoff backoff) {
        var settings =
                new ChannelSettings(
                        ChannelSettings.EmailBy.SMTP,
                        Set.of(),
                        1000,
                        Duration.ofMillis(1),
                        Duration.ofSeconds(1),
                        null);
        return Notifiers.of(List.<Notifier>copyOf(channels.values()), settings, backoff);
    }

    private static DataSource database() {
        var address = TestDatabase.newDatabase();
        var flyway =
                Flyway.configure()
                        .dataSource(new DriverManagerDataSource(address))
                        .locations("classpath:db/notification")
                        .schemas("notification")
                        .defaultSchema("notification");
        flyway.load().migrate();
        var one = new SingleConnectionDataSource(address + "&currentSchema=notification", true);
        one.setAutoCommit(true);
        return one;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @ConfigurationPropertiesScan("org.handbell.notification")
    @ComponentScan(
            basePackages = {
                "org.handbell.notification.alert",
                "org.handbell.notification.delivery",
                "org.handbell.notification.escalation",
                "org.handbell.notification.hours",
                "org.handbell.notification.outbox",
                "org.handbell.notification.recipient"
            },
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*(Configuration|Tasks|Stream|Controller|StandingMetrics|KafkaOutboxRelay|KafkaDeadLetters|Door)"))
    static class OwnCode {}

    private void set(String task, String id, Instant at) {
        timers.putIfAbsent(new Timer(task, id), at);
    }

    void setClock(Instant now) {
        clock.set(now);
    }

    Instant now() {
        return clock.instant();
    }

    void follow(Script script) {
        channels.values().forEach(channel -> channel.follow(script));
    }

    void list(RecipientEvent.Listed person) {
        beans.getBean(Recipients.class).follow(person, now());
    }

    long nextRevision() {
        return ++revision;
    }

    void tell(AlertEvent event) {
        AlertDoor.take(beans, event);
    }

    /// Lets time pass, and does what falls due.
    void runUntil(Instant end) {
        for (var next = next(end); next.isPresent(); next = next(end)) {
            var timer = next.get();
            var at = timers.remove(timer);
            clock.set(at != null && at.isAfter(now()) ? at : now());
            run(timer);
        }
        clock.set(end);
    }

    private Optional<Timer> next(Instant end) {
        return timers.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(end))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private void run(Timer timer) {
        if (timer.task().equals(DeliveryTasks.DELIVER)
                || timer.task().equals(DeliveryTasks.DIGEST)) {
            DeliveryDoor.run(beans, timer.task(), timer.id())
                    .ifPresent(at -> timers.put(timer, at));
        } else {
            EscalationDoor.run(beans, timer.task(), timer.id());
        }
    }

    /// What went out since the beginning.
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /// What the desk would hear, in its order.
    List<DeliveryEvent> reported() {
        var wire = Wire.of(Topics.DELIVERIES);
        return new ArrayList<>(
                jdbc().sql("select * from outbox order by seq")
                        .query((row, _) ->
                                wire.read(
                                        row.getString("type"),
                                        row.getString("event_key"),
                                        row.getBytes("value"),
                                        row.getTimestamp("event_at").toInstant()))
                        .list());
    }

    JdbcClient jdbc() {
        return beans.getBean(JdbcClient.class);
    }

    double count(String counter) {
        return beans.getBean(MeterRegistry.class).get(counter).counter().count();
    }

    String state(String alertId) {
        return jdbc().sql("select state from alert where alert_id = ?")
                .param(alertId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// Forgets everything, for the next try.
    void forget() {
        jdbc().sql("truncate alert, delivery, attempt, outbox, inbox, recipient").update();
        timers.clear();
        sent.clear();
        follow((_, _) -> new Outcome.Delivered("taken"));
    }

    @Override
    public void close() {
        beans.close();
    }
}
