package org.handbell.standalone.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.DeadLetterHeaders;
import org.handbell.contract.wire.Wire;
import org.handbell.standalone.deadletter.DeadLetter.State;
import org.jspecify.annotations.Nullable;

/// Dead letters on a broker; each topic of them has one partition.
final class KafkaDeadLetters implements DeadLetters {

    static final String GROUP = "handbell-dead-letters";

    private static final int PATIENCE_SECONDS = 15;

    private final Map<String, ?> client;
    private final Admin admin;

    KafkaDeadLetters(Map<String, ?> client) {
        this.client = client;
        var settings = new HashMap<String, Object>(client);
        settings.put("default.api.timeout.ms", PATIENCE_SECONDS * 1000);
        settings.put("request.timeout.ms", PATIENCE_SECONDS * 1000);
        this.admin = Admin.create(settings);
    }

    @Override
    public Map<String, Long> open() {
        var open = new TreeMap<String, Long>();
        list(null).stream()
                .filter(letter -> letter.state() == State.OPEN)
                .forEach(letter -> open.merge(letter.topic(), 1L, Long::sum));
        return open;
    }

    @Override
    public List<DeadLetter> list(@Nullable String topic) {
        var partitions = partitions(topic);
        var handled = handled(partitions);
        var letters = new ArrayList<DeadLetter>();
        read(partitions, record -> letters.add(letter(record, handled)));
        return letters;
    }

    @Override
    public int replay(String topic, @Nullable Long offset) {
        var partition = partition(topic);
        var target = partition.topic().substring(0, partition.topic().length() - ".dlt".length());
        var sent = new int[1];
        var handled = new Handled[] {handled(partition)};
        try (var producer = KafkaReplay.producer(client)) {
            producer.initTransactions();
            read(
                    List.of(partition),
                    record -> {
                        if (wanted(record, offset, handled[0])) {
                            handled[0] = handled[0].with(record.offset(), State.REPLAYED);
                            send(producer, record, target, handled[0]);
                            sent[0]++;
                        }
                    });
        }
        return finish(partition, offset, handled[0], sent[0]);
    }

    @Override
    public int discard(String topic, @Nullable Long offset) {
        var partition = partition(topic);
        var given = new int[1];
        var handled = new Handled[] {handled(partition)};
        read(
                List.of(partition),
                record -> {
                    if (wanted(record, offset, handled[0])) {
                        handled[0] = handled[0].with(record.offset(), State.DISCARDED);
                        given[0]++;
                    }
                });
        return finish(partition, offset, handled[0], given[0]);
    }

    @Override
    public void close() {
        admin.close();
    }

    private static boolean wanted(
            ConsumerRecord<?, ?> record, @Nullable Long offset, Handled handled) {
        return (offset == null || offset == record.offset())
                && handled.state(record.offset()) == State.OPEN;
    }

    private static void send(
            Producer<byte[], byte[]> producer,
            ConsumerRecord<byte[], byte[]> record,
            String target,
            Handled handled) {
        producer.beginTransaction();
        producer.send(KafkaReplay.again(record, target));
        producer.sendOffsetsToTransaction(
                Map.of(new TopicPartition(record.topic(), record.partition()), committed(handled)),
                new ConsumerGroupMetadata(GROUP));
        producer.commitTransaction();
    }

    /// Raises the floor to the oldest open record and erases what lies below it.
    private int finish(
            TopicPartition partition, @Nullable Long offset, Handled handled, int count) {
        if (count == 0 && offset != null) {
            throw new IllegalArgumentException(
                    partition.topic() + " has no open record at offset " + offset);
        }
        var oldestOpen = new long[] {Long.MAX_VALUE};
        var end =
                read(
                        List.of(partition),
                        record -> {
                            if (handled.state(record.offset()) == State.OPEN) {
                                oldestOpen[0] = Math.min(oldestOpen[0], record.offset());
                            }
                        });
        var floor = Math.min(oldestOpen[0], end.getOrDefault(partition, 0L));
        keep(partition, handled.raisedTo(floor));
        if (count > 0) {
            await(
                    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(floor)))
                            .all());
        }
        return count;
    }

    private void keep(TopicPartition partition, Handled handled) {
        await(admin.alterConsumerGroupOffsets(GROUP, Map.of(partition, committed(handled))).all());
    }

    private static OffsetAndMetadata committed(Handled handled) {
        return new OffsetAndMetadata(handled.floor(), handled.metadata());
    }

    private Handled handled(TopicPartition partition) {
        return handled(List.of(partition)).getOrDefault(partition.topic(), Handled.nothing());
    }

    private Map<String, Handled> handled(Collection<TopicPartition> partitions) {
        var offsets = await(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
        var handled = new TreeMap<String, Handled>();
        for (var partition : partitions) {
            var kept = offsets.get(partition);
            if (kept != null) {
                handled.put(partition.topic(), Handled.parse(kept.offset(), kept.metadata()));
            }
        }
        return handled;
    }

    private static DeadLetter letter(ConsumerRecord<?, ?> record, Map<String, Handled> handled) {
        return new DeadLetter(
                record.topic(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                Wire.header(record, DeadLetterHeaders.ERROR).orElse("no reason given"),
                Wire.header(record, DeadLetterHeaders.READER).orElse("unknown"),
                handled.getOrDefault(record.topic(), Handled.nothing()).state(record.offset()));
    }

    /// Reads from the beginning to what is the end now.
    private Map<TopicPartition, Long> read(
            Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        return KafkaReplay.read(client, partitions, each);
    }

    private TopicPartition partition(String topic) {
        return partitions(topic).getFirst();
    }

    private List<TopicPartition> partitions(@Nullable String topic) {
        var there = await(admin.listTopics().names());
        var wanted =
                Topics.all().stream()
                        .map(Topic::deadLetters)
                        .filter(there::contains)
                        .filter(name -> topic == null || name.equals(deadLetters(topic)))
                        .map(name -> new TopicPartition(name, 0))
                        .toList();
        if (topic != null && wanted.isEmpty()) {
            throw new IllegalArgumentException("there is no topic " + deadLetters(topic));
        }
        return wanted;
    }

    private static String deadLetters(String topic) {
        return topic.endsWith(".dlt") ? topic : topic + ".dlt";
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException refused) {
                throw new IllegalStateException(
                        "the broker does not allow that: %s Which rights it takes: ./handbell acls operator=NAME"
                                .formatted(refused.getMessage()),
                        e);
            }
            throw new IllegalStateException("the broker does not answer", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
