package org.handbell.analysis.backtest;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.register.Accounts;
import org.handbell.analysis.register.Register;
import org.handbell.analysis.register.Registers;
import org.handbell.analysis.stream.RecordsStream;
import org.handbell.contract.Event;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.figures.KafkaLag;
import org.handbell.contract.figures.Reading;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;

/// The posts that the broker still holds, with the accounts and the register as they stand there.
/// Reads without a group, so that it moves nobody's place, and only up to the ends of now.
final class KafkaReplay implements Replay, AutoCloseable {

    private static final Wire<PostEvent> POSTS = Wire.of(Topics.POSTS);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String LIVE_GROUP = "analysis";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaLag lag;
    private final KeyedHash hash;
    private final Accounts accounts = new Accounts();
    private final Register register;
    private final Runnable whenWaiting;

    /// @param register the trust; null where the broker's table says it
    /// @param whenWaiting told each time that live posts are let go first
    KafkaReplay(
            Map<String, Object> settings,
            KeyedHash hash,
            @Nullable Register register,
            Runnable whenWaiting) {
        var bytes = new ByteArrayDeserializer();
        var consuming = new HashMap<>(settings);
        consuming.put("isolation.level", "read_committed");
        consuming.put("enable.auto.commit", false);
        consuming.put("max.partition.fetch.bytes", 4 << 20);
        this.consumer = new KafkaConsumer<>(consuming, bytes, bytes);
        this.hash = hash;
        this.whenWaiting = whenWaiting;
        this.lag =
                new KafkaLag(
                        Admin.create(settings),
                        List.of(new Reading.Group(LIVE_GROUP, () -> partitions(Topics.POSTS))));
        table(Wire.ACCOUNTS, accounts::apply);
        var registers = new Registers();
        table(Wire.REGISTER, registers::apply);
        registers.publish();
        this.register = register == null ? registers.current() : register;
    }

    @Override
    public KeyedHash hash() {
        return hash;
    }

    @Override
    public void each(Taker taker) throws InterruptedException {
        var liveFirst = new LiveFirst(this::behind);
        var looked = System.nanoTime();
        var ends = begin(partitions(Topics.POSTS));
        while (left(ends)) {
            for (var record : consumer.poll(POLL)) {
                if (within(record, ends) && !take(record, taker)) {
                    return;
                }
                if (System.nanoTime() - looked > LOOK_EVERY.toNanos()) {
                    letLiveGoFirst(liveFirst);
                    looked = System.nanoTime();
                }
            }
        }
    }

    private boolean take(ConsumerRecord<byte[], byte[]> record, Taker taker)
            throws InterruptedException {
        var weight = record.value() == null ? 1 : record.value().length;
        return taker.take(weight, comparing -> compared(record, comparing));
    }

    private Compared compared(ConsumerRecord<byte[], byte[]> record, Comparing comparing) {
        try {
            return post(RecordsStream.read(POSTS, record))
                    .map(post -> compared(post, comparing))
                    .orElse(Compared.NOTHING);
        } catch (UnreadableEventException e) {
            return Compared.not("-", "the record cannot be read");
        }
    }

    private Compared compared(Post post, Comparing comparing) {
        return accounts.find(post.accountId())
                .map(account -> comparing.compare(new Circumstances(post, account, register)))
                .orElseGet(() -> Compared.not(post.postId(), "the account is not registered"));
    }

    private static Optional<Post> post(PostEvent event) {
        return switch (event) {
            case PostEvent.Observed observed -> Optional.of(observed.post());
            case PostEvent.Edited edited -> Optional.of(edited.post());
            case PostEvent.Withdrawn _ -> Optional.empty();
        };
    }

    private void letLiveGoFirst(LiveFirst liveFirst) throws InterruptedException {
        while (!liveFirst.mayGoOn()) {
            whenWaiting.run();
            Thread.sleep(LOOK_EVERY);
        }
    }

    private long behind() {
        return lag.behind().getOrDefault(Topics.POSTS.name(), 0L);
    }

    private <E extends Event> void table(Wire<E> wire, Consumer<E> apply) {
        var ends = begin(partitions(wire.topic()));
        while (left(ends)) {
            consumer.poll(POLL).forEach(record -> event(wire, record).ifPresent(apply));
        }
    }

    /// As in the service: a table stays usable without a record that cannot be read.
    private static <E extends Event> Optional<E> event(
            Wire<E> wire, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(RecordsStream.read(wire, record));
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    private Map<TopicPartition, Long> begin(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
    }

    private boolean left(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
    }

    private static boolean within(
            ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> ends) {
        var partition = new TopicPartition(record.topic(), record.partition());
        return record.offset() < ends.getOrDefault(partition, 0L);
    }

    private List<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    @Override
    public void close() {
        lag.close();
        consumer.close(
                org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
