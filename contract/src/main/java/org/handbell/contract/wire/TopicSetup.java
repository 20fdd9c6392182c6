package org.handbell.contract.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.handbell.contract.Topic;
import org.jspecify.annotations.Nullable;

/// Makes the topics that are missing and refuses to run on a topic that would keep records longer
/// than its bound, or whose partitions differ from those it was born with.
public final class TopicSetup {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DESCRIBE_PAUSE = Duration.ofMillis(200);
    private static final int DESCRIBE_TRIES = 50;
    private static final Set<String> LONGEST =
            Set.of("retention.ms", "segment.ms", "max.compaction.lag.ms", "delete.retention.ms");

    private final Admin admin;
    private final short replication;

    /// @param replication copies of each partition for topics that are made here
    public TopicSetup(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /// Makes each topic and its dead letters where they are missing, then checks them.
    ///
    /// @throws IllegalStateException naming the topic and the setting that is out of bounds
    public void ensure(Collection<? extends Topic<?>> topics) {
        var wanted = new LinkedHashMap<String, NewTopic>();
        for (var topic : topics) {
            add(wanted, topic.name(), topic.partitions(), topic.configuration());
            add(wanted, topic.deadLetters(), 1, topic.deadLetterConfiguration());
        }
        create(wanted.values());
        check(wanted);
    }

    private void add(
            Map<String, NewTopic> wanted,
            String name,
            int partitions,
            Map<String, String> configuration) {
        wanted.put(name, new NewTopic(name, partitions, replication).configs(configuration));
    }

    private void create(Collection<NewTopic> wanted) {
        var existing = await(admin.listTopics().names(), "list topics");
        var missing = wanted.stream().filter(topic -> !existing.contains(topic.name())).toList();
        for (var made : admin.createTopics(missing).values().entrySet()) {
            try {
                await(made.getValue(), "create " + made.getKey());
            } catch (IllegalStateException e) {
                // Another service made it in between: the check below still holds.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private void check(Map<String, NewTopic> wanted) {
        var descriptions = describe(wanted.keySet());
        var resources =
                wanted.keySet().stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        var configs = await(admin.describeConfigs(resources).all(), "describe settings");
        var wrong = new ArrayList<String>();
        for (var resource : resources) {
            var topic = wanted.get(resource.name());
            if (topic == null) {
                continue;
            }
            partitions(topic, descriptions.get(resource.name())).ifPresent(wrong::add);
            wrong.addAll(tooLong(topic, configs.get(resource)));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("; ", wrong));
        }
    }

    /// A topic that was made a moment ago may not have reached the broker that is asked.
    private Map<String, TopicDescription> describe(Set<String> names) {
        for (var tries = DESCRIBE_TRIES; ; tries--) {
            try {
                return await(admin.describeTopics(names).allTopicNames(), "describe");
            } catch (IllegalStateException e) {
                if (tries == 1 || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                LockSupport.parkNanos(DESCRIBE_PAUSE.toNanos());
            }
        }
    }

    private static Optional<String> partitions(
            NewTopic topic, @Nullable TopicDescription description) {
        var found = description == null ? 0 : description.partitions().size();
        return found == topic.numPartitions()
                ? Optional.empty()
                : Optional.of(
                        "topic %s has %d partitions, not %d"
                                .formatted(topic.name(), found, topic.numPartitions()));
    }

    private static List<String> tooLong(NewTopic topic, @Nullable Config config) {
        var wrong = new ArrayList<String>();
        topic.configs()
                .forEach((setting, bound) -> {
                    var found = config == null ? null : config.get(setting);
                    var value = found == null ? null : found.value();
                    if (!within(setting, bound, value)) {
                        wrong.add(
                                "topic %s: %s is %s, at most %s allowed"
                                        .formatted(topic.name(), setting, value, bound));
                    }
                });
        return wrong;
    }

    private static boolean within(String setting, String bound, @Nullable String value) {
        if (value == null) {
            return false;
        }
        if (LONGEST.contains(setting)) {
            var millis = Long.parseLong(value);
            return millis >= 0 && millis <= Long.parseLong(bound);
        }
        return setting.equals("max.message.bytes") || value.equals(bound);
    }

    private static <T> T await(KafkaFuture<T> future, String what) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka: could not " + what, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka: no answer in " + PATIENCE + " to " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
