package org.handbell.endtoend.rolling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Event;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.CloudEventHeaders;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each service is stopped and started anew in turn while posts flow. At the end every post has one
/// finding, one case, one alert and one mail: nothing lost, nothing doubled.
class RollingRestartTest {

    private static final Logger LOG = LoggerFactory.getLogger(RollingRestartTest.class);
    private static final int ACCOUNTS = 12;
    private static final Duration BETWEEN_POSTS = Duration.ofMillis(500);
    private static final Duration TO_THE_LAST_MAIL = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private final Map<Service, Instance> running = new EnumMap<>(Service.class);
    private final List<Instance> started = new ArrayList<>();
    private final List<Duration> stops = new ArrayList<>();
    private final AtomicInteger posted = new AtomicInteger();

    /// Ingest and analysis as Kubernetes rolls them, the new one before the old one goes; the desk
    /// and notification the other way round, as compose does.
    @Test
    void aRestartOfEachServiceLosesAndDoublesNothing() throws Exception {
        restart(
                1,
                school -> {
                    overlap(school, Service.INGEST);
                    overlap(school, Service.ANALYSIS);
                    pause(school, Service.CASES);
                    pause(school, Service.NOTIFICATION);
                });
    }

    @Test
    @Tag("long")
    void restartsOfAllServicesInBothWaysLoseAndDoubleNothing() throws Exception {
        restart(
                3,
                school -> {
                    for (var service : Service.values()) {
                        overlap(school, service);
                        pause(school, service);
                    }
                });
    }

    private void restart(int rounds, Rolling rolling) throws Exception {
        try (var school = new School(folder, ACCOUNTS)) {
            start(school);
            var flow = Executors.newSingleThreadScheduledExecutor();
            var posting =
                    flow.scheduleAtFixedRate(
                            () -> post(school), 0, BETWEEN_POSTS.toMillis(), TimeUnit.MILLISECONDS);
            var began = Instant.now();
            for (var round = 0; round < rounds; round++) {
                rolling.roll(school);
            }
            assertThat(posting.isDone()).isFalse();
            flow.shutdown();
            assertThat(flow.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            var posts = posted.get();
            await().atMost(TO_THE_LAST_MAIL).until(() -> school.delivered() >= posts);
            everythingOnce(school, posts);
            untraced(school);
            report(school, posts, Duration.between(began, Instant.now()));
        } finally {
            started.forEach(Instance::close);
        }
    }

    private void post(School school) {
        var number = posted.getAndIncrement();
        school.feeds().post(number % ACCOUNTS, number);
    }

    private void start(School school) {
        for (var service : Service.values()) {
            running.put(service, another(school, service));
        }
        running.values().forEach(Instance::ready);
    }

    private Instance another(School school, Service service) {
        var instance = Instance.start(service, school.settings(service));
        started.add(instance);
        return instance;
    }

    private void overlap(School school, Service service) {
        var next = another(school, service).ready();
        stop(service);
        running.put(service, next);
    }

    private void pause(School school, Service service) {
        stop(service);
        running.put(service, another(school, service).ready());
    }

    private void stop(Service service) {
        try (var old = Objects.requireNonNull(running.get(service))) {
            stops.add(old.stop());
        }
    }

    private void everythingOnce(School school, int posts) throws Exception {
        var told = events(school, Wire.of(Topics.POSTS));
        assertThat(told).hasSize(posts).hasOnlyElementsOfType(PostEvent.Observed.class);
        assertThat(told).extracting(PostEvent::postId).doesNotHaveDuplicates();
        var found = events(school, Wire.of(Topics.FINDINGS));
        assertThat(found).hasSize(posts).hasOnlyElementsOfType(FindingEvent.Found.class);
        assertThat(found).extracting(FindingEvent::postId).doesNotHaveDuplicates();
        assertThat(school.rows("select post_id, count(*) from cases.case_posts group by post_id"))
                .hasSize(posts)
                .allMatch(row -> row.getLast().equals("1"));
        assertThat(school.rows("select reference from cases.cases")).hasSize(posts);
        var alerts = events(school, Wire.of(Topics.ALERTS));
        assertThat(alerts).hasSize(posts).hasOnlyElementsOfType(AlertEvent.Raised.class);
        assertThat(alerts).extracting(AlertEvent::caseId).doesNotHaveDuplicates();
        assertThat(school.mailbox()).hasSize(posts);
        assertThat(school.mailbox()).extracting(School.Mail::id).doesNotHaveDuplicates();
        assertThat(school.rows("select attempt from notification.attempt where repeat")).isEmpty();
        Stream.of(Topics.POSTS, Topics.FINDINGS, Topics.ALERTS)
                .forEach(topic -> assertThat(school.records(topic.deadLetters())).isEmpty());
    }

    /// Nobody said where traces go.
    private void untraced(School school) {
        assertThat(
                        Stream.of(Topics.POSTS, Topics.FINDINGS, Topics.ALERTS)
                                .flatMap(topic -> school.records(topic.name()).stream()))
                .allMatch(record -> Wire.header(record, "traceparent").isEmpty());
        assertThat(school.rows("select trace from cases.alert_events where trace is not null"))
                .isEmpty();
        assertThat(started)
                .extracting(Instance::output)
                .allSatisfy(log -> assertThat(log).doesNotContainIgnoringCase("opentelemetry"));
    }

    private static <E extends Event> List<E> events(School school, Wire<E> wire) {
        return school.records(wire.topic().name()).stream()
                .map(record -> event(wire, record))
                .toList();
    }

    private static <E extends Event> E event(
            Wire<E> wire, ConsumerRecord<byte[], byte @Nullable []> record) {
        return wire.read(
                Wire.header(record, CloudEventHeaders.TYPE).orElse(null),
                new String(record.key(), UTF_8),
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    /// The longest time in which a service brought nothing on its way, seen from outside.
    private void report(School school, int posts, Duration took) throws Exception {
        var captured = times(events(school, Wire.of(Topics.POSTS)), PostEvent::at);
        var judged = times(events(school, Wire.of(Topics.FINDINGS)), FindingEvent::at);
        var raised = times(events(school, Wire.of(Topics.ALERTS)), AlertEvent::at);
        var mailed = times(school.mailbox(), School.Mail::at);
        LOG.info(
                "{} posts in {} s, {} restarts, each stopped within {} ms; longest pause in ms: ingest {}, analysis {}, cases {}, notification {}",
                posts,
                took.toSeconds(),
                stops.size(),
                stops.stream().mapToLong(Duration::toMillis).max().orElse(0),
                pause(captured),
                pause(judged),
                pause(raised),
                pause(mailed));
        assertThat(stops).allMatch(stop -> stop.compareTo(Duration.ofSeconds(20)) < 0);
    }

    private static <T> List<Instant> times(List<T> what, Function<T, Instant> at) {
        return what.stream().map(at).sorted().collect(Collectors.toList());
    }

    private static long pause(List<Instant> times) {
        var longest = Duration.ZERO;
        for (var i = 1; i < times.size(); i++) {
            var gap = Duration.between(times.get(i - 1), times.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest.toMillis();
    }

    @FunctionalInterface
    private interface Rolling {

        void roll(School school);
    }
}
