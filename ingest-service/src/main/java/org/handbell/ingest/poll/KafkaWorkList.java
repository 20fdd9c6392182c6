package org.handbell.ingest.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.handbell.contract.Topics;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.stream.StreamClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Member of the consumer group over `accounts.v1`: the partitions that the group assigns are the
/// accounts that this instance pulls. It reads no record here, the table does that; it only stays a
/// member.
final class KafkaWorkList implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaWorkList.class);
    private static final Duration STEP = Duration.ofMillis(250);
    private static final int STEPS_PER_FIGURES = 8;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final StreamClient clients;
    private final String group;
    private final Shares shares;
    private final IngestMetrics metrics;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("work-list").unstarted(this::run);

    KafkaWorkList(StreamClient clients, String group, Shares shares, IngestMetrics metrics) {
        this.clients = clients;
        this.group = group;
        this.shares = shares;
        this.metrics = metrics;
    }

    void start() {
        thread.start();
    }

    /// Leaves the group and gives all partitions back.
    void stop() {
        stopped.countDown();
        try {
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        shares.take(numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        shares.give(numbers(partitions));
    }

    private void run() {
        while (!stoppedWithin(Duration.ZERO)) {
            try (var consumer = clients.consumer(settings())) {
                stay(consumer);
            } catch (RuntimeException e) {
                LOG.warn("joining the group again after {}", e.getClass().getSimpleName());
                stoppedWithin(AFTER_FAILURE);
            } finally {
                shares.giveAll();
            }
        }
    }

    private void stay(KafkaConsumer<String, byte @Nullable []> consumer) {
        consumer.subscribe(List.of(Topics.ACCOUNTS.name()), this);
        for (var step = 0; !stoppedWithin(Duration.ZERO); step++) {
            consumer.poll(STEP);
            consumer.pause(consumer.assignment());
            shares.tick();
            if (step % STEPS_PER_FIGURES == 0) {
                metrics.show(shares.figures());
            }
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
    }

    private boolean stoppedWithin(Duration wait) {
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }
}
