package org.handbell.contract.figures;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/// Something that reads topics, as far as its lag is asked for.
public sealed interface Reading {

    /// A member of a consumer group. What the group has committed counts as read.
    ///
    /// @param held the partitions that this instance has now
    record Group(String id, Supplier<? extends Collection<TopicPartition>> held)
            implements Reading {}

    /// A table that is read in full without a group.
    ///
    /// @param next for each partition the offset that is read next
    record Table(Supplier<Map<TopicPartition, Long>> next) implements Reading {}
}
