package org.handbell.analysis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.DeadLetterHeaders;
import org.handbell.contract.wire.Wire;
import org.handbell.operations.tracing.Traces;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/// What leaves the analysis, as messages: keys and headers as bytes, the event's own time as the
/// record's timestamp.
class OutgoingStream {

    private static final String SOURCE = "/handbell/analysis";
    private static final String SEND_TO = "spring.cloud.stream.sendto.destination";
    private static final Wire<FindingEvent> FINDINGS = Wire.of(Topics.FINDINGS);

    private final Traces traces;

    OutgoingStream(Traces traces) {
        this.traces = traces;
    }

    /// A record of `findings.v1`. One that would be too large for the topic says so instead.
    Message<byte[]> finding(FindingEvent event) {
        var value = Objects.requireNonNull(FINDINGS.value(event), "findings.v1 has no tombstones");
        if (value.length > Topics.FINDINGS.maxMessage() - HEADROOM
                && event instanceof FindingEvent.Found found) {
            return finding(tooLarge(found));
        }
        var message =
                MessageBuilder.withPayload(value)
                        .setHeader(KafkaHeaders.KEY, event.key().getBytes(UTF_8))
                        .setHeader(KafkaHeaders.TIMESTAMP, event.at().toEpochMilli());
        FINDINGS.headers(event, SOURCE)
                .forEach((name, text) -> message.setHeader(name, text.getBytes(UTF_8)));
        traces.traceparent()
                .ifPresent(trace -> message.setHeader(Traces.HEADER, trace.getBytes(UTF_8)));
        return message.build();
    }

    private static final int HEADROOM = 16 * 1024;

    private static FindingEvent tooLarge(FindingEvent.Found found) {
        var post = found.post();
        return new FindingEvent.NotJudged(
                post.postId(),
                post.accountId(),
                post.observationId(),
                "the post with its findings is larger than a record may be",
                found.judgedAt());
    }

    /// The record as it came, to its dead letters, with headers that say why.
    Message<byte[]> deadLetter(
            ConsumerRecord<byte[], byte[]> record, String error, Instant failedAt) {
        var value = record.value();
        var message =
                MessageBuilder.withPayload(value == null ? new byte[0] : value)
                        .setHeader(SEND_TO, Topics.POSTS.deadLetters())
                        .setHeader(KafkaHeaders.TIMESTAMP, record.timestamp());
        record.headers().forEach(header -> message.setHeader(header.key(), header.value()));
        if (record.key() != null) {
            message.setHeader(KafkaHeaders.KEY, record.key());
        }
        return message.setHeader(DeadLetterHeaders.ERROR, error.getBytes(UTF_8))
                .setHeader(DeadLetterHeaders.FAILED_AT, failedAt.toString().getBytes(UTF_8))
                .setHeader(DeadLetterHeaders.READER, SOURCE.getBytes(UTF_8))
                .build();
    }
}
