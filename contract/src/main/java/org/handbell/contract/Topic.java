package org.handbell.contract;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// One topic: its name, its family of events, and the bounds that every broker must keep.
///
/// @param name as on the broker, with its version: `posts.v1`
/// @param family the sealed family of its events
/// @param partitions fixed at birth: the key decides the partition
/// @param kept how long a record may stay on disk at the most
/// @param compacted whether the newest record of each key stays instead
/// @param maxMessage largest record, in bytes
public record Topic<E extends Event>(
        String name,
        Class<E> family,
        int partitions,
        Duration kept,
        boolean compacted,
        int maxMessage) {

    /// How long a key that was overwritten or deleted may still be found on a compacted topic.
    public static final Duration COMPACTION_LAG = Duration.ofHours(24);

    /// The longest that records which may hold a post stay as dead letters.
    public static final Duration DEAD_LETTERS_KEPT = Duration.ofHours(72);

    private static final Duration SEGMENT = Duration.ofHours(4);

    /// Where records go that a reader of this topic could not process.
    public String deadLetters() {
        return name + ".dlt";
    }

    /// The broker's settings for this topic. Kafka drops whole closed segments only, so retention
    /// and segment roll together, with a margin of one more roll for the broker's own checks, stay
    /// within `kept`.
    public Map<String, String> configuration() {
        return compacted ? compactedConfiguration() : boundedConfiguration(kept);
    }

    /// The broker's settings for this topic's dead letters: at most 72 hours.
    public Map<String, String> deadLetterConfiguration() {
        var bound = kept.compareTo(DEAD_LETTERS_KEPT) < 0 ? kept : DEAD_LETTERS_KEPT;
        return boundedConfiguration(compacted ? DEAD_LETTERS_KEPT : bound);
    }

    private Map<String, String> compactedConfiguration() {
        var configuration = common();
        configuration.put("cleanup.policy", "compact");
        configuration.put("max.compaction.lag.ms", millis(COMPACTION_LAG));
        configuration.put("delete.retention.ms", millis(COMPACTION_LAG));
        return Map.copyOf(configuration);
    }

    private Map<String, String> boundedConfiguration(Duration bound) {
        var configuration = common();
        configuration.put("cleanup.policy", "delete");
        configuration.put("retention.ms", millis(bound.minus(SEGMENT.multipliedBy(2))));
        return Map.copyOf(configuration);
    }

    private Map<String, String> common() {
        var configuration = new HashMap<String, String>();
        configuration.put("segment.ms", millis(SEGMENT));
        configuration.put("message.timestamp.type", "CreateTime");
        configuration.put("max.message.bytes", Integer.toString(maxMessage));
        return configuration;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
