package org.handbell.cases.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.Topic;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Tells a topic that was never written from one that was.
@Component
class KafkaEmptiness {

    private static final long PATIENCE_SECONDS = 20;

    private final KafkaAdmin kafka;

    KafkaEmptiness(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /// Names of those topics on which nothing was ever written.
    List<String> untouched(List<Topic<?>> topics) {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return topics.stream()
                    .filter(topic -> untouched(admin, topic))
                    .map(Topic::name)
                    .toList();
        }
    }

    private static boolean untouched(Admin admin, Topic<?> topic) {
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        IntStream.range(0, topic.partitions())
                .forEach(p -> ends.put(new TopicPartition(topic.name(), p), OffsetSpec.latest()));
        try {
            return admin
                    .listOffsets(ends)
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .allMatch(end -> end.offset() == 0);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka: could not read the end of " + topic.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
