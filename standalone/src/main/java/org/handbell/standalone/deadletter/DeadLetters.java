package org.handbell.standalone.deadletter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dead letters of all topics, and what a person may do with them.
public interface DeadLetters extends AutoCloseable {

    /// How many wait, by topic; topics without any are left out.
    Map<String, Long> open();

    /// What is there, oldest first.
    ///
    /// @param topic only this one (`posts.v1` or `posts.v1.dlt`); null for all
    List<DeadLetter> list(@Nullable String topic);

    /// Sends open records to their topic again, in their order, as they were; each together with
    /// its mark in one transaction, so that none is sent twice.
    ///
    /// @param offset only this one; null for all that are open
    /// @return how many were sent
    /// @throws IllegalArgumentException where there is no such topic or no such open record
    int replay(String topic, @Nullable Long offset);

    /// Gives open records up. A record that is done with is erased as soon as no older one is open.
    ///
    /// @param offset only this one; null for all that are open
    /// @return how many were given up
    /// @throws IllegalArgumentException where there is no such topic or no such open record
    int discard(String topic, @Nullable Long offset);

    @Override
    void close();

    /// The dead letters of a broker that lets everybody in.
    static DeadLetters on(String bootstrapServers) {
        return on(Map.of("bootstrap.servers", bootstrapServers));
    }

    /// The dead letters of a broker.
    ///
    /// @param client how to reach it and to sign in, as Kafka's own tools take it
    static DeadLetters on(Map<String, ?> client) {
        return new KafkaDeadLetters(client);
    }
}
