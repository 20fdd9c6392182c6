package org.handbell.ingest.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.PostEvent;
import org.handbell.contract.SubmissionEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.CloudEventHeaders;
import org.handbell.contract.wire.DeadLetterHeaders;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.account.AccountsStream;
import org.handbell.ingest.submission.BringIn.Outcome;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.MessageListener;

/// Takes submissions one by one, inside the transaction that its container opened: the post, or the
/// dead letter, is written together with the offset or not at all.
final class SubmissionListener implements MessageListener<String, byte[]> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SERVICE = "/handbell/ingest";
    private static final Wire<SubmissionEvent> SUBMISSIONS = Wire.of(Topics.SUBMISSIONS);
    private static final Wire<PostEvent> POSTS = Wire.of(Topics.POSTS);

    private final BringIn bringIn;
    private final Register register;
    private final KafkaOperations<String, byte[]> kafka;
    private final IngestMetrics metrics;
    private final Clock clock;

    SubmissionListener(
            BringIn bringIn,
            Register register,
            KafkaOperations<String, byte[]> kafka,
            IngestMetrics metrics,
            Clock clock) {
        this.bringIn = bringIn;
        this.register = register;
        this.kafka = kafka;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        switch (outcome(record)) {
            case Outcome.Taken(var post) -> {
                var observed = new PostEvent.Observed(post);
                kafka.send(POSTS.record(observed, SERVICE));
                metrics.told(observed);
            }
            case Outcome.Refused(var reason) -> {
                kafka.send(deadLetter(record, reason));
                metrics.submissionRefused();
            }
        }
    }

    private Outcome outcome(ConsumerRecord<String, byte[]> record) {
        try {
            return switch (read(record)) {
                case SubmissionEvent.Submitted brought ->
                        bringIn.take(brought, register.find(brought.accountId()));
            };
        } catch (UnreadableEventException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static SubmissionEvent read(ConsumerRecord<String, byte[]> record) {
        return SUBMISSIONS.read(
                Wire.header(record, CloudEventHeaders.TYPE).orElse(null),
                record.key(),
                record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private ProducerRecord<String, byte[]> deadLetter(
            ConsumerRecord<String, byte[]> record, String reason) {
        var letter =
                new ProducerRecord<>(
                        Topics.SUBMISSIONS.deadLetters(),
                        null,
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers());
        DeadLetterHeaders.mark(letter.headers(), reason, clock.instant(), SERVICE);
        return letter;
    }

    /// The register, asked for one account.
    record Register(Accounts accounts, AccountsStream stream) {

        /// An account that was registered a moment ago must not be refused because its record is
        /// still on the way.
        Optional<AccountEvent.Registered> find(String accountId) {
            if (accounts.find(accountId).isEmpty() && !stream.catchUp(PATIENCE)) {
                throw new IllegalStateException("the register was not read in " + PATIENCE);
            }
            return accounts.find(accountId);
        }
    }
}
