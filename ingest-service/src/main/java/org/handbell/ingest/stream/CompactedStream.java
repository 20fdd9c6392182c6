package org.handbell.ingest.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.Topic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A compacted topic as a table: all partitions, from the beginning, without a group, for as long
/// as the service runs.
public final class CompactedStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CompactedStream.class);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final StreamClient clients;
    private final Topic<?> topic;
    private final Consumer<ConsumerRecord<String, byte @Nullable []>> reader;
    private final List<TopicPartition> partitions;
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /// @param reader is given each record in the order of its partition, on one thread; it must not
    ///   throw for what a record holds
    public CompactedStream(
            StreamClient clients,
            Topic<?> topic,
            Consumer<ConsumerRecord<String, byte @Nullable []>> reader) {
        this.clients = clients;
        this.topic = topic;
        this.reader = reader;
        this.partitions =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        this.thread = Thread.ofPlatform().name("table-" + topic.name()).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Waits until everything that is on the topic now has been read.
    ///
    /// @return false where patience ran out first
    public boolean catchUp(Duration patience) {
        var reached = new CompletableFuture<Void>();
        waiting.add(reached);
        try {
            reached.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        } finally {
            waiting.remove(reached);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            if (thread.isAlive()) {
                thread.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// After a failure everything is read again: a table told twice is the same table.
    private void run() {
        while (!stoppedWithin(Duration.ZERO)) {
            try (var consumer = clients.consumer(Map.of())) {
                follow(consumer);
            } catch (RuntimeException e) {
                LOG.warn("{}: reading again from the start after {}", topic.name(), name(e));
                stoppedWithin(AFTER_FAILURE);
            }
        }
    }

    private void follow(KafkaConsumer<String, byte @Nullable []> consumer) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!stoppedWithin(Duration.ZERO)) {
            consumer.poll(STEP).forEach(reader);
            answer(consumer);
        }
    }

    private void answer(KafkaConsumer<String, byte @Nullable []> consumer) {
        var asked = List.copyOf(waiting);
        if (asked.isEmpty()) {
            return;
        }
        var ends = consumer.endOffsets(partitions);
        var reached = ends.entrySet().stream().allMatch(e -> reached(consumer, e));
        if (reached) {
            asked.forEach(request -> request.complete(null));
        }
    }

    private static boolean reached(
            KafkaConsumer<String, byte @Nullable []> consumer,
            Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private boolean stoppedWithin(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String name(RuntimeException e) {
        return e.getClass().getSimpleName();
    }
}
