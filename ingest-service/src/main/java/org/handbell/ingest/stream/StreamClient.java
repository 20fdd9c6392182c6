package org.handbell.ingest.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.handbell.contract.Topics;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.KafkaStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;

/// Makes plain Kafka clients from `spring.kafka.*`, with the settings on which "exactly once" rests
/// on top of them.
public final class StreamClient {

    /// How long an instance that vanished may still hold a partition or an open transaction.
    /// Readers of committed records wait that long after a kill.
    public static final Duration SESSION = Duration.ofSeconds(10);

    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final int HEARTBEATS_PER_SESSION = 4;

    private final KafkaProperties properties;

    public StreamClient(KafkaProperties properties) {
        this.properties = properties;
    }

    /// A consumer of committed records from the start, without committed offsets of its own.
    ///
    /// @param more settings on top, such as a group
    public KafkaConsumer<String, byte @Nullable []> consumer(Map<String, ?> more) {
        var settings = consumerSettings();
        settings.putAll(more);
        return new KafkaConsumer<>(settings);
    }

    /// The settings of `consumer`.
    public Map<String, Object> consumerSettings() {
        var settings = new HashMap<String, Object>(properties.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION));
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                millis(SESSION.dividedBy(HEARTBEATS_PER_SESSION)));
        return settings;
    }

    /// A producer that writes in transactions only.
    ///
    /// @param transactionalId whoever opens the same id later fences this one off
    public KafkaProducer<String, byte[]> producer(String transactionalId) {
        var settings = producerSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return new KafkaProducer<>(settings);
    }

    /// The settings of `producer`, without its id.
    public Map<String, Object> producerSettings() {
        var settings = new HashMap<String, Object>(properties.buildProducerProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(SESSION));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(SESSION));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis(SESSION));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MEDIA.maxMessage());
        return settings;
    }

    /// Asks the broker how its topics and groups stand.
    public Admin admin() {
        return Admin.create(properties.buildAdminProperties());
    }

    /// Refuses a broker on which this service could not work.
    ///
    /// @param group beginning of the names of all groups and transactional ids
    /// @throws org.handbell.contract.start.NotReadyException naming everything that is wrong
    public void requireBroker(String group, Environment environment) {
        KafkaStart.require(
                BrokerUser.INGEST, group, properties.buildAdminProperties(), environment);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
