package org.handbell.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.DeadLetterHeaders;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.stream.StreamClient;
import org.handbell.operations.tracing.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One transactional producer for one partition of `accounts.v1`. Opening it fences whoever had the
/// partition before; only then may the cursors be read.
final class KafkaPublisher implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final String SERVICE = "/handbell/ingest";
    private static final Wire<PostEvent> POSTS = Wire.of(Topics.POSTS);
    private static final Wire<MediaEvent> MEDIA = Wire.of(Topics.MEDIA);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LOAD = Duration.ofSeconds(60);

    private final StreamClient clients;
    private final IngestMetrics metrics;
    private final Traces traces;
    private final int partition;
    private final KafkaProducer<String, byte[]> producer;

    private KafkaPublisher(
            StreamClient clients,
            IngestMetrics metrics,
            Traces traces,
            int partition,
            KafkaProducer<String, byte[]> producer) {
        this.clients = clients;
        this.metrics = metrics;
        this.traces = traces;
        this.partition = partition;
        this.producer = producer;
    }

    static KafkaPublisher open(
            StreamClient clients,
            IngestMetrics metrics,
            Traces traces,
            String prefix,
            int partition) {
        var producer = clients.producer(prefix + "-accounts-" + partition);
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new KafkaPublisher(clients, metrics, traces, partition, producer);
    }

    @Override
    public List<CursorEvent> cursors() {
        var newest = new LinkedHashMap<String, CursorEvent>();
        readToEnd(
                Topics.CURSORS,
                record -> {
                    var cursor = Wire.CURSORS.read(record);
                    newest.put(cursor.accountId(), cursor);
                });
        return List.copyOf(newest.values());
    }

    @Override
    public List<Told> told() {
        var told = new ArrayList<Told>();
        readToEnd(Topics.POSTS, record -> told.add(told(POSTS.read(record))));
        return told;
    }

    @Override
    public Outcome commit(Batch batch) {
        try {
            producer.beginTransaction();
            batch.posts().forEach(this::send);
            batch.pictures().forEach(picture -> producer.send(MEDIA.record(picture, SERVICE)));
            batch.rejected().forEach(letter -> producer.send(record(letter)));
            producer.send(Wire.CURSORS.record(batch.cursor(), SERVICE, partition));
            producer.commitTransaction();
            return new Outcome.Committed();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            return new Outcome.Lost("another instance took over");
        } catch (KafkaException | IllegalStateException e) {
            return aborted(e.getClass().getSimpleName());
        }
    }

    /// Each post begins a trace of its own.
    private void send(PostEvent post) {
        try (var _ = traces.begin("capture", null)) {
            var record = POSTS.record(post, SERVICE);
            traces.traceparent()
                    .ifPresent(trace -> record.headers().add(Traces.HEADER, bytes(trace)));
            producer.send(record);
        }
    }

    @Override
    public void close(Duration patience) {
        producer.close(patience);
    }

    /// Only a transaction that was aborted for certain leaves this producer usable.
    private Outcome aborted(String reason) {
        try {
            producer.abortTransaction();
            return new Outcome.NotNow(reason);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            return new Outcome.Lost("another instance took over");
        } catch (KafkaException | IllegalStateException e) {
            return new Outcome.Lost(reason + ", then " + e.getClass().getSimpleName());
        }
    }

    private static ProducerRecord<String, byte[]> record(DeadLetter letter) {
        var record =
                new ProducerRecord<>(
                        Topics.POSTS.deadLetters(),
                        null,
                        letter.at().toEpochMilli(),
                        letter.accountId(),
                        bytes(letter.original()));
        DeadLetterHeaders.mark(record.headers(), letter.reason(), letter.at(), SERVICE);
        return record;
    }

    private static Told told(PostEvent event) {
        return switch (event) {
            case PostEvent.Observed(var post) -> told(post);
            case PostEvent.Edited(var post) -> told(post);
            case PostEvent.Withdrawn(var postId, var accountId, var at) ->
                    new Told(accountId, postId, Instant.EPOCH, Instant.EPOCH, at, true);
        };
    }

    private static Told told(Post post) {
        var edited = post.editedAt();
        var stateAt = edited == null ? post.postedAt() : edited;
        return new Told(
                post.accountId(),
                post.postId(),
                post.postedAt(),
                stateAt,
                post.capturedAt(),
                false);
    }

    /// Reads the committed records of this partition of a topic, from its beginning to where it
    /// ends now. A record that cannot be read is counted and passed over.
    private void readToEnd(
            Topic<?> topic, Consumer<ConsumerRecord<String, byte @Nullable []>> reader) {
        var here = new TopicPartition(topic.name(), partition);
        try (var consumer = clients.consumer(Map.of())) {
            consumer.assign(List.of(here));
            consumer.seekToBeginning(List.of(here));
            var end = consumer.endOffsets(List.of(here)).getOrDefault(here, 0L);
            var polls = LOAD.dividedBy(STEP);
            while (consumer.position(here) < end) {
                if (polls-- == 0) {
                    throw new IllegalStateException("could not read " + here + " within " + LOAD);
                }
                for (ConsumerRecord<String, byte @Nullable []> record : consumer.poll(STEP)) {
                    read(record, reader);
                }
            }
        }
    }

    private void read(
            ConsumerRecord<String, byte @Nullable []> record,
            Consumer<ConsumerRecord<String, byte @Nullable []>> reader) {
        try {
            reader.accept(record);
        } catch (UnreadableEventException e) {
            LOG.warn(
                    "passed over a record of partition {} at offset {}: {}",
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            metrics.tableRecordPassedOver(record.topic());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
