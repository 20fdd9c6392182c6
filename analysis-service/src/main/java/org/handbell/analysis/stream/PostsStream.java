package org.handbell.analysis.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.handbell.analysis.AnalysisSettings;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.judge.NotJudgedException;
import org.handbell.analysis.opinion.SecondOpinions;
import org.handbell.analysis.register.Accounts;
import org.handbell.analysis.register.Registers;
import org.handbell.analysis.running.RunningJudge;
import org.handbell.analysis.running.ShadowJudge;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.UnreadableEventException;
import org.handbell.contract.wire.Wire;
import org.handbell.operations.tracing.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/// `posts.v1` in, `findings.v1` out, a batch in one transaction. Each record is taken by itself: a
/// bad one is put aside within the transaction, the good ones go on. Nothing but trouble of the
/// infrastructure leaves as an exception, since that would bring the batch again without end.
class PostsStream implements Function<Message<List<byte[]>>, List<Message<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(PostsStream.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Wire<PostEvent> POSTS = Wire.of(Topics.POSTS);

    private final RunningJudge judge;
    private final ShadowJudge shadow;
    private final SecondOpinions opinions;
    private final Accounts accounts;
    private final Registers registers;
    private final OutgoingStream outgoing;
    private final AnalysisMetrics metrics;
    private final Duration accountWait;
    private final Traces traces;
    private final Clock clock;

    PostsStream(
            RunningJudge judge,
            ShadowJudge shadow,
            SecondOpinions opinions,
            Accounts accounts,
            Registers registers,
            OutgoingStream outgoing,
            AnalysisMetrics metrics,
            AnalysisSettings settings,
            Traces traces,
            Clock clock) {
        this.judge = judge;
        this.shadow = shadow;
        this.opinions = opinions;
        this.accounts = accounts;
        this.registers = registers;
        this.outgoing = outgoing;
        this.metrics = metrics;
        this.accountWait = settings.accountWait();
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public List<Message<byte[]>> apply(Message<List<byte[]>> batch) {
        var patience = new Patience(accountWait, new BatchTime());
        var out = new ArrayList<Message<byte[]>>();
        for (var record : records(batch)) {
            take(record, patience).ifPresent(out::add);
        }
        return out;
    }

    @SuppressWarnings("unchecked")
    private static List<ConsumerRecord<byte[], byte[]>> records(Message<List<byte[]>> batch) {
        var records = batch.getHeaders().get(KafkaHeaders.RAW_DATA, List.class);
        return records == null ? List.of() : (List<ConsumerRecord<byte[], byte[]>>) records;
    }

    private Optional<Message<byte[]>> take(
            ConsumerRecord<byte[], byte[]> record, Patience patience) {
        try (var _ = traces.begin("judge", Wire.header(record, Traces.HEADER).orElse(null))) {
            return answer(RecordsStream.read(POSTS, record), patience).map(outgoing::finding);
        } catch (UnreadableEventException e) {
            metrics.deadLetter(record.topic());
            log.warn(
                    "dead letter {}-{}@{}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return Optional.of(
                    outgoing.deadLetter(record, String.valueOf(e.getMessage()), clock.instant()));
        }
    }

    private Optional<FindingEvent> answer(PostEvent event, Patience patience) {
        return switch (event) {
            case PostEvent.Observed observed -> judged(observed.post(), false, patience);
            case PostEvent.Edited edited -> judged(edited.post(), true, patience);
            case PostEvent.Withdrawn gone ->
                    Optional.of(
                            new FindingEvent.Withdrawn(gone.postId(), gone.accountId(), gone.at()));
        };
    }

    private Optional<FindingEvent> judged(Post post, boolean edited, Patience patience) {
        var account = account(post.accountId(), patience);
        if (account.isEmpty()) {
            return Optional.of(notJudged(post, "the account is not registered"));
        }
        var circumstances = new Circumstances(post, account.get(), registers.current());
        try {
            var left = patience.time().left();
            var current = judge.current();
            var judged = metrics.timed(() -> current.judge(circumstances, left));
            shadow.note(circumstances, judged);
            var rest = patience.time().left();
            var judgement = opinions.on(circumstances, judged, current.packs(), rest);
            metrics.judged(judgement);
            return claim(post, judgement, edited);
        } catch (NotJudgedException e) {
            log.warn("a post was not judged: {}", e.reason());
            return Optional.of(notJudged(post, e.reason()));
        } catch (RuntimeException | StackOverflowError e) {
            // A post that the rules cannot cope with must not hold up all others of its partition.
            log.error("a post could not be judged: {}", e.getClass().getName());
            return Optional.of(
                    notJudged(post, "the rules failed: " + e.getClass().getSimpleName()));
        }
    }

    private Optional<FindingEvent> claim(Post post, Judgement judgement, boolean edited) {
        var now = clock.instant();
        if (!judgement.findings().isEmpty()) {
            return Optional.of(
                    new FindingEvent.Found(
                            post,
                            judgement.findings(),
                            judgement.packId(),
                            judgement.route(),
                            now));
        }
        if (post.truncated().contains("text")) {
            return Optional.of(notJudged(post, "the text was cut, and its beginning has nothing"));
        }
        return edited
                ? Optional.of(
                        new FindingEvent.Cleared(
                                post.postId(),
                                post.accountId(),
                                post.observationId(),
                                judgement.packId(),
                                now))
                : Optional.empty();
    }

    private FindingEvent notJudged(Post post, String reason) {
        metrics.notJudged();
        return new FindingEvent.NotJudged(
                post.postId(), post.accountId(), post.observationId(), reason, clock.instant());
    }

    /// The account's record may be on its way: it travels on another topic than the post.
    private Optional<Registered> account(String id, Patience patience) {
        var account = accounts.find(id);
        while (account.isEmpty() && patience.left()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            account = accounts.find(id);
        }
        return account;
    }

    /// How often this batch may look again in all, and how long its posts may take.
    private static final class Patience {

        private final BatchTime time;
        private long looks;

        Patience(Duration longest, BatchTime time) {
            this.looks = longest.dividedBy(LOOK_AGAIN);
            this.time = time;
        }

        BatchTime time() {
            return time;
        }

        boolean left() {
            return looks-- > 0;
        }
    }
}
