package org.handbell.cases.inbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.handbell.contract.wire.UnreadableEventException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// Listeners that acknowledge a record only after its transaction has committed; a bad record goes
/// to the dead letters, an outage is waited out for as long as it lasts.
@Configuration(proxyBeanMethods = false)
@EnableKafka
@EnableScheduling
@EnableConfigurationProperties(ReadingSettings.class)
class KafkaReadingConfiguration {

    private static final long UNEXPECTED_PAUSE_MILLIS = 1_000;
    private static final long UNEXPECTED_TRIES = 2;

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> deskListeners(
            KafkaProperties kafka, ReadingSettings settings, DefaultErrorHandler deskErrors) {
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(consumer(kafka, settings)));
        factory.setConcurrency(settings.concurrency());
        factory.setCommonErrorHandler(deskErrors);
        factory.getContainerProperties().setAckMode(AckMode.RECORD);
        // The marks of transactions take offsets too, which would seem to be records behind.
        factory.getContainerProperties().setFixTxOffsets(true);
        return factory;
    }

    @Bean
    DefaultErrorHandler deskErrors(KafkaDeadLetters deadLetters, ReadingSettings settings) {
        var handler = new DefaultErrorHandler(deadLetters, outage(settings));
        handler.setBackOffFunction((record, failure) -> pause(failure, settings));
        handler.addNotRetryableExceptions(
                UnreadableEventException.class, RejectedEventException.class);
        return handler;
    }

    @Bean
    KafkaDeadLetters deadLetters(KafkaProperties kafka, InboxMetrics metrics, Clock clock) {
        var properties = new HashMap<>(kafka.buildProducerProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "handbell-cases-dead-letters");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        return new KafkaDeadLetters(
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer()),
                metrics,
                clock);
    }

    private static Map<String, Object> consumer(KafkaProperties kafka, ReadingSettings settings) {
        var properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        return properties;
    }

    /// An outage is no fault of the record: it is tried again until the outage ends. Anything
    /// unexpected is tried twice more and then set aside, so that it cannot stop a partition.
    private static BackOff pause(Exception failure, ReadingSettings settings) {
        return infrastructure(failure)
                ? outage(settings)
                : new FixedBackOff(UNEXPECTED_PAUSE_MILLIS, UNEXPECTED_TRIES);
    }

    private static boolean infrastructure(Exception failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DataIntegrityViolationException) {
                return false;
            }
            if (t instanceof DataAccessException
                    || t instanceof TransactionException
                    || t instanceof org.apache.kafka.common.KafkaException) {
                return true;
            }
        }
        return false;
    }

    private static ExponentialBackOff outage(ReadingSettings settings) {
        var pause = new ExponentialBackOff(settings.retryFrom().toMillis(), 2);
        pause.setMaxInterval(settings.retryTo().toMillis());
        return pause;
    }
}
