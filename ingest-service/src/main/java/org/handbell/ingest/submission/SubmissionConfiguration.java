package org.handbell.ingest.submission;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.Topics;
import org.handbell.contract.figures.KafkaLag;
import org.handbell.contract.figures.LagMetrics;
import org.handbell.contract.figures.Reading;
import org.handbell.contract.figures.RefreshedFigures;
import org.handbell.ingest.FiguresSettings;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.IngestSettings;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.account.AccountsStream;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.stream.StreamClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

    private static final long BETWEEN_TRIES_MILLIS = 2_000;
    private static final int PER_POLL = 50;

    @Bean
    KafkaMessageListenerContainer<String, byte[]> submissions(
            StreamClient clients,
            IngestSettings settings,
            SubmissionListener listener,
            DefaultKafkaProducerFactory<String, byte[]> submissionProducers) {
        var properties = new ContainerProperties(Topics.SUBMISSIONS.name());
        properties.setGroupId(group(settings));
        // The marks of transactions take offsets too, which would seem to be records behind.
        properties.setFixTxOffsets(true);
        properties.setMessageListener(listener);
        properties.setKafkaAwareTransactionManager(
                new KafkaTransactionManager<>(submissionProducers));
        var consumers = clients.consumerSettings();
        consumers.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, PER_POLL);
        var container =
                new KafkaMessageListenerContainer<String, byte[]>(
                        new DefaultKafkaConsumerFactory<>(consumers), properties);
        container.setBeanName("submissions");
        // What fails here is the broker's trouble: it is tried until it works, never passed over.
        container.setAfterRollbackProcessor(
                new DefaultAfterRollbackProcessor<>(
                        new FixedBackOff(BETWEEN_TRIES_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Bean(initMethod = "start")
    RefreshedFigures refreshedLag(LagMetrics lag, FiguresSettings settings) {
        return new RefreshedFigures("lag", settings.every(), lag);
    }

    @Bean
    LagMetrics lagMetrics(
            MeterRegistry registry,
            StreamClient clients,
            IngestSettings settings,
            KafkaMessageListenerContainer<String, byte[]> submissions) {
        var reading = new Reading.Group(group(settings), () -> held(submissions));
        return new LagMetrics(registry, new KafkaLag(clients.admin(), List.of(reading)));
    }

    @Bean
    SubmissionListener submissionListener(
            Capture capture,
            SubmissionListener.Register register,
            DefaultKafkaProducerFactory<String, byte[]> submissionProducers,
            IngestMetrics metrics,
            Clock clock) {
        return new SubmissionListener(
                new BringIn(capture, clock),
                register,
                new KafkaTemplate<>(submissionProducers),
                metrics,
                clock);
    }

    @Bean
    SubmissionListener.Register register(Accounts accounts, AccountsStream stream) {
        return new SubmissionListener.Register(accounts, stream);
    }

    /// Offsets are fenced by the group itself, so the id need only differ between instances.
    @Bean
    DefaultKafkaProducerFactory<String, byte[]> submissionProducers(
            StreamClient clients, IngestSettings settings) {
        Map<String, Object> producers = clients.producerSettings();
        var factory = new DefaultKafkaProducerFactory<String, byte[]>(producers);
        factory.setTransactionIdPrefix(
                settings.group() + "-submissions-" + UUID.randomUUID() + "-");
        return factory;
    }

    private static String group(IngestSettings settings) {
        return settings.group() + "-submissions";
    }

    private static Collection<TopicPartition> held(
            KafkaMessageListenerContainer<String, byte[]> container) {
        var assigned = container.getAssignedPartitions();
        return assigned == null ? List.of() : assigned;
    }
}
