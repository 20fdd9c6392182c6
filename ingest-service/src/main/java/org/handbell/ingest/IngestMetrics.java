package org.handbell.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;

/// All figures of the engine. Labels name platforms, states and gates; never an account, a host or
/// a person.
public final class IngestMetrics {

    private static final String PLATFORM = "platform";

    /// From what a fast poll takes to a sweep.
    private static final Duration[] DELAYS = {
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(2),
        Duration.ofHours(6)
    };

    private final MeterRegistry registry;
    private final MultiGauge accounts;
    private final MultiGauge heldBack;
    private final MultiGauge oldest;
    private final AtomicInteger partitions = new AtomicInteger();
    private final Counter edited;
    private final Counter withdrawn;

    public IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        accounts =
                MultiGauge.builder("handbell.accounts")
                        .description("Accounts of this instance by platform and state")
                        .register(registry);
        heldBack =
                MultiGauge.builder("handbell.accounts.held.back")
                        .description("Accounts that are not pulled, by the gate that is not met")
                        .register(registry);
        oldest =
                MultiGauge.builder("handbell.oldest.fetch.age")
                        .description("Age of the oldest latest answer among the pulled accounts")
                        .baseUnit("seconds")
                        .register(registry);
        Gauge.builder("handbell.partitions.pulled", partitions, AtomicInteger::get)
                .description("Partitions of the accounts that this instance pulls")
                .register(registry);
        edited = registry.counter("handbell.posts.edited");
        withdrawn = registry.counter("handbell.posts.withdrawn");
        deadLetters(Topics.POSTS);
        deadLetters(Topics.SUBMISSIONS);
    }

    /// News of a post is written.
    public void told(PostEvent event) {
        switch (event) {
            case PostEvent.Observed(var post) -> {
                var platform = label(post.platform());
                registry.counter("handbell.posts.observed", PLATFORM, platform).increment();
                truncated(post);
            }
            case PostEvent.Edited(var post) -> {
                edited.increment();
                truncated(post);
            }
            case PostEvent.Withdrawn gone -> withdrawn.increment();
        }
    }

    private void truncated(Post post) {
        for (var field : post.truncated()) {
            registry.counter("handbell.posts.truncated", "field", field).increment();
        }
    }

    /// A post was seen for the first time.
    ///
    /// @param delay since it was posted; empty where that cannot be told
    public void captured(Platform platform, Optional<Duration> delay) {
        delay.ifPresentOrElse(
                known -> delays(platform).record(known),
                () ->
                        registry.counter(
                                        "handbell.captures.without.delay",
                                        PLATFORM,
                                        label(platform))
                                .increment());
    }

    private Timer delays(Platform platform) {
        return Timer.builder("handbell.capture.delay")
                .description("From when a post was posted to its first capture")
                .serviceLevelObjectives(DELAYS)
                .tag(PLATFORM, label(platform))
                .register(registry);
    }

    public void rejected(Platform platform) {
        registry.counter("handbell.items.rejected", PLATFORM, label(platform)).increment();
        deadLetters(Topics.POSTS).increment();
    }

    private Counter deadLetters(Topic<?> topic) {
        return Counter.builder("handbell.dead.letters")
                .description(
                        "Records put aside, by the topic that they were read from or meant for")
                .tag("topic", topic.name())
                .register(registry);
    }

    /// @param outcome `Fetched`, `Unchanged`, `TryLater`, `UsedUp`, `Refused` or `failed`
    public void fetched(Platform platform, String outcome) {
        var label = outcome.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        registry.counter("handbell.fetch", PLATFORM, label(platform), "outcome", label).increment();
    }

    /// A push made an account due.
    public void pushed(Platform platform) {
        registry.counter("handbell.pushes", PLATFORM, label(platform)).increment();
    }

    /// A record of a table could not be read.
    public void tableRecordPassedOver(String topic) {
        registry.counter("handbell.table.records.passed.over", "topic", topic).increment();
    }

    /// A submission could not be taken.
    public void submissionRefused() {
        registry.counter("handbell.submissions.refused").increment();
        deadLetters(Topics.SUBMISSIONS).increment();
    }

    /// Another instance took a partition over, or it could not be told what was written.
    public void shareLost() {
        registry.counter("handbell.partitions.lost").increment();
    }

    /// Replaces the figures on the accounts of this instance.
    public void show(Figures figures) {
        partitions.set(figures.partitions);
        var states = new ArrayList<MultiGauge.Row<?>>();
        figures.accounts.forEach((key, number) -> states.add(row(key, number)));
        accounts.register(states, true);
        heldBack.register(rows("gate", figures.heldBack), true);
        oldest.register(rows(PLATFORM, figures.oldestSeconds), true);
    }

    /// The label of a platform.
    public static String label(Platform platform) {
        return platform.name().toLowerCase(Locale.ROOT);
    }

    private static MultiGauge.Row<?> row(Figures.Key key, Number number) {
        return MultiGauge.Row.of(
                Tags.of(PLATFORM, key.platform, "state", key.state), number.doubleValue());
    }

    private static List<MultiGauge.Row<?>> rows(String label, Map<String, ? extends Number> by) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        by.forEach((name, number) ->
                rows.add(MultiGauge.Row.of(Tags.of(label, name), number.doubleValue())));
        return rows;
    }

    /// How the accounts of this instance stand.
    ///
    /// @param partitions how many are pulled
    /// @param accounts number by platform and state
    /// @param heldBack number by gate; an account with two unmet gates counts under both
    /// @param oldestSeconds by platform
    public record Figures(
            int partitions,
            Map<Key, Long> accounts,
            Map<String, Long> heldBack,
            Map<String, Long> oldestSeconds) {

        /// Platform and state of an account, as labels.
        public record Key(String platform, String state) {}
    }
}
