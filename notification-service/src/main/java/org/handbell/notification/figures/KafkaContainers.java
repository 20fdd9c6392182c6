package org.handbell.notification.figures;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/// The consumers that the binder makes. Where alerts are written in transactions, their marks take
/// offsets too: the consumers commit past them, else an idle instance would seem one record behind.
class KafkaContainers
        implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {

    private final List<AbstractMessageListenerContainer<?, ?>> containers =
            new CopyOnWriteArrayList<>();

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container, String destination, String group) {
        container.getContainerProperties().setFixTxOffsets(true);
        containers.add(container);
    }

    /// What the group has given to this instance now.
    List<TopicPartition> held() {
        return containers.stream()
                .map(AbstractMessageListenerContainer::getAssignedPartitions)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .toList();
    }
}
