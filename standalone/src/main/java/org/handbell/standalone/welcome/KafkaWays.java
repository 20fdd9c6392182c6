package org.handbell.standalone.welcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Follows the topics from their beginning, without a group: it commits nothing and takes nothing
/// from the services that read them.
final class KafkaWays implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaWays.class);
    private static final Wire<PostEvent> POSTS = Wire.of(Topics.POSTS);
    private static final Wire<FindingEvent> FINDINGS = Wire.of(Topics.FINDINGS);
    private static final Wire<AlertEvent> ALERTS = Wire.of(Topics.ALERTS);
    private static final Wire<DeliveryEvent> DELIVERIES = Wire.of(Topics.DELIVERIES);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(5);

    private final JdbcCaseLinks links;
    private final Ways ways;
    private final String bootstrapServers;
    private @Nullable KafkaConsumer<String, byte @Nullable []> consumer;
    private @Nullable Thread thread;

    KafkaWays(String bootstrapServers, Ways ways, JdbcCaseLinks links) {
        this.bootstrapServers = bootstrapServers;
        this.ways = ways;
        this.links = links;
    }

    @Override
    public synchronized void start() {
        var opened = new KafkaConsumer<String, byte @Nullable []>(settings());
        consumer = opened;
        thread = Thread.ofPlatform().name("ways").daemon().start(() -> follow(opened));
    }

    @Override
    public synchronized void stop() {
        var following = thread;
        if (consumer == null || following == null) {
            return;
        }
        consumer.wakeup();
        try {
            following.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void follow(KafkaConsumer<String, byte @Nullable []> opened) {
        try (opened) {
            var partitions = partitions();
            opened.assign(partitions);
            opened.seekToBeginning(partitions);
            while (true) {
                for (var record : opened.poll(WAIT)) {
                    take(record);
                }
                links.connect(ways);
            }
        } catch (WakeupException e) {
            LOG.debug("asked to stop", e);
        } catch (RuntimeException e) {
            LOG.error("the way of the posts is not drawn any more", e);
        }
    }

    private void take(ConsumerRecord<String, byte @Nullable []> record) {
        try {
            switch (record.topic()) {
                case "posts.v1" -> ways.posted(POSTS.read(record));
                case "findings.v1" -> ways.found(FINDINGS.read(record));
                case "alerts.v1" -> ways.alerted(ALERTS.read(record));
                default -> ways.delivered(DELIVERIES.read(record));
            }
        } catch (UnreadableEventException e) {
            // Its own reader has put it among the dead letters; the drawing goes on without it.
            LOG.debug("passed over a record of {}", record.topic(), e);
        }
    }

    private static List<TopicPartition> partitions() {
        return List.of(Topics.POSTS, Topics.FINDINGS, Topics.ALERTS, Topics.DELIVERIES).stream()
                .flatMap(topic -> partitions(topic).stream())
                .toList();
    }

    private static List<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "handbell-ways",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                2 * 1024 * 1024,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                8 * 1024 * 1024,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }
}
