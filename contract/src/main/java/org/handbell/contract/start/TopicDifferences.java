package org.handbell.contract.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;

/// In what a topic on the broker differs from what it should be. A broker may keep records for a
/// shorter time and take larger ones, but never the other way round.
record TopicDifferences(NewTopic wanted, Broker broker) {

    private static final Set<String> AT_MOST =
            Set.of("retention.ms", "segment.ms", "max.compaction.lag.ms", "delete.retention.ms");
    private static final Set<String> AT_LEAST = Set.of("max.message.bytes", "min.insync.replicas");
    private static final String INSYNC = "min.insync.replicas";

    List<Problem> shape(TopicDescription found) {
        var problems = new ArrayList<Problem>();
        partitions(found).ifPresent(problems::add);
        copies(found).ifPresent(problems::add);
        return problems;
    }

    /// All settings that differ, mended by one command.
    Optional<Problem> settings(@Nullable Config found, int copies) {
        var differences = new TreeMap<String, String>();
        wanted.configs()
                .forEach((setting, bound) -> {
                    var value = value(found, setting);
                    if (!within(setting, bound, value, copies)) {
                        differences.put(setting, said(setting, bound, value));
                    }
                });
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "topic %s: %s"
                                        .formatted(
                                                wanted.name(),
                                                String.join(", ", differences.values())),
                                alter(differences.keySet())));
    }

    private Optional<Problem> partitions(TopicDescription found) {
        var count = found.partitions().size();
        return count == wanted.numPartitions()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "topic %s has %d partitions, not %d"
                                        .formatted(wanted.name(), count, wanted.numPartitions()),
                                """
                                the number is fixed at birth, because the key decides the partition: while nothing is on it, delete it and start again
                                kafka-topics.sh --bootstrap-server %s --command-config admin.properties --delete --topic %s\
                                """
                                        .formatted(broker.address(), wanted.name())));
    }

    private Optional<Problem> copies(TopicDescription found) {
        var fewest = copiesOf(found);
        return fewest >= wanted.replicationFactor()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                "topic %s has %d %s of each partition, not %d (handbell.kafka.replication)"
                                        .formatted(
                                                wanted.name(),
                                                fewest,
                                                fewest == 1 ? "copy" : "copies",
                                                wanted.replicationFactor()),
                                "give it more with kafka-reassign-partitions.sh --bootstrap-server %s --command-config admin.properties, or set handbell.kafka.replication (KAFKA_REPLICATION) to %d"
                                        .formatted(broker.address(), fewest)));
    }

    static int copiesOf(TopicDescription found) {
        return found.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
    }

    private static @Nullable String value(@Nullable Config found, String setting) {
        var entry = found == null ? null : found.get(setting);
        return entry == null ? null : entry.value();
    }

    private static boolean within(
            String setting, String bound, @Nullable String value, int copies) {
        if (value == null) {
            return false;
        }
        if (AT_MOST.contains(setting)) {
            var millis = Long.parseLong(value);
            return millis >= 0 && millis <= Long.parseLong(bound);
        }
        if (AT_LEAST.contains(setting)) {
            var number = Long.parseLong(value);
            // More than there are copies of would let nobody write.
            return number >= Long.parseLong(bound) && (!setting.equals(INSYNC) || number <= copies);
        }
        return value.equals(bound);
    }

    private static String said(String setting, String bound, @Nullable String value) {
        var how =
                AT_MOST.contains(setting)
                        ? "at most "
                        : AT_LEAST.contains(setting) && !setting.equals(INSYNC) ? "at least " : "";
        return "%s is %s, wanted %s%s".formatted(setting, value, how, bound);
    }

    private String alter(Set<String> settings) {
        var values =
                settings.stream()
                        .map(setting -> setting + "=" + bound(setting))
                        .collect(Collectors.joining(","));
        return "kafka-configs.sh --bootstrap-server %s --command-config admin.properties --alter --entity-type topics --entity-name %s --add-config %s"
                .formatted(broker.address(), wanted.name(), values);
    }

    private String bound(String setting) {
        return Map.copyOf(wanted.configs()).getOrDefault(setting, "");
    }
}
