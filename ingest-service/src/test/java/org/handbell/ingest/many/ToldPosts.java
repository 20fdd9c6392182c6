package org.handbell.ingest.many;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.jspecify.annotations.Nullable;

/// A reader of `posts.v1` that goes on from where it was, and keeps what it was told of some
/// accounts. Not for use by several threads at once.
final class ToldPosts implements AutoCloseable {

    private static final Wire<PostEvent> WIRE = Wire.of(Topics.POSTS);

    private final String accounts;
    private final boolean keeping;
    private final KafkaConsumer<String, byte @Nullable []> consumer;
    private final List<PostEvent> told = new ArrayList<>();
    private final Set<Integer> states = new HashSet<>();

    private ToldPosts(String accounts, boolean keeping, String isolation) {
        this.accounts = accounts;
        this.keeping = keeping;
        this.consumer = Broker.clients().consumer(Map.of("isolation.level", isolation));
        var all =
                IntStream.range(0, Topics.POSTS.partitions())
                        .mapToObj(partition -> new TopicPartition(Topics.POSTS.name(), partition))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /// What every reader of ours sees.
    ///
    /// @param accounts how the ids of the accounts begin
    static ToldPosts committed(String accounts) {
        return new ToldPosts(accounts, true, "read_committed");
    }

    /// The same, but only the states are kept: so many that the events would not fit into memory.
    static ToldPosts statesAlone(String accounts) {
        return new ToldPosts(accounts, false, "read_committed");
    }

    /// What was written at all, also in transactions that never ended.
    static ToldPosts written(String accounts) {
        return new ToldPosts(accounts, true, "read_uncommitted");
    }

    /// All that was told up to now, oldest first.
    List<PostEvent> upToNow() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                if (record.key() != null && record.key().startsWith(accounts)) {
                    take(WIRE.read(record));
                }
            }
        }
        return List.copyOf(told);
    }

    /// The states that posts were told to be in.
    Set<Integer> states() {
        upToNow();
        return Set.copyOf(states);
    }

    private void take(PostEvent event) {
        if (keeping) {
            told.add(event);
        }
        switch (event) {
            case PostEvent.Observed(var post) -> states.add(Feed.Said.state(post.text()));
            case PostEvent.Edited(var post) -> states.add(Feed.Said.state(post.text()));
            case PostEvent.Withdrawn gone -> {}
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
