package org.handbell.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.ingest.Invented.COVERAGE;
import static org.handbell.ingest.Invented.NOON;
import static org.handbell.ingest.Invented.account;
import static org.handbell.ingest.Invented.item;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Broker;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.publish.Publisher.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FencingIT {

    private static final int PARTITION = 3;

    private final Broker broker = new Broker();
    private final Capture capture = new Capture(Clock.systemUTC());

    @AfterEach
    void closeBroker() {
        broker.close();
    }

    @Test
    void theOlderOwnerCannotCommitAfterTheTakeover() {
        var publishers = new RealPublishers("fencing-1");
        var older = publishers.open(PARTITION);
        assertThat(older.commit(batch("fenced", "urn:1"))).isEqualTo(new Outcome.Committed());
        var newer = publishers.open(PARTITION);
        assertThat(older.commit(batch("fenced", "urn:2"))).isInstanceOf(Outcome.Lost.class);
        assertThat(newer.commit(batch("fenced", "urn:3"))).isEqualTo(new Outcome.Committed());
        assertThat(broker.posts("fenced"))
                .extracting(PostEvent::postId)
                .containsExactly("urn:1", "urn:3");
        older.close(Duration.ZERO);
        newer.close(Duration.ofSeconds(5));
    }

    @Test
    void theNewerOwnerReadsWhatTheOlderOneCommittedAndNothingThatItDidNot() {
        var publishers = new RealPublishers("fencing-2");
        var older = publishers.open(PARTITION);
        older.commit(batch("handed-over", "urn:1"));
        var died = Broker.clients().producer("fencing-2-accounts-" + PARTITION);
        died.initTransactions();
        died.beginTransaction();
        var unfinished = cursor("handed-over", "never committed");
        died.send(Wire.CURSORS.record(unfinished, "/handbell/ingest", PARTITION));
        died.flush();
        var newer = publishers.open(PARTITION);
        assertThat(newer.cursors())
                .filteredOn(cursor -> cursor.accountId().equals("handed-over"))
                .containsExactly(cursor("handed-over", "urn:1"));
        died.close(Duration.ZERO);
        older.close(Duration.ZERO);
        newer.close(Duration.ofSeconds(5));
    }

    @Test
    void aCursorGoesToThePartitionItsAccountWasReadFrom() {
        var publisher = new RealPublishers("fencing-3").open(PARTITION);
        for (var account : List.of("anna", "ben", "cleo")) {
            publisher.commit(batch(account, "urn:" + account));
            var records = broker.records("cursors.v1", Topics.CURSORS.partitions(), account);
            assertThat(records).singleElement().extracting(r -> r.partition()).isEqualTo(PARTITION);
        }
        publisher.close(Duration.ofSeconds(5));
    }

    private Batch batch(String account, String postId) {
        var post = capture.post(account(account), item(postId, "Words"), COVERAGE);
        return new Batch(List.of(new PostEvent.Observed(post)), List.of(), cursor(account, postId));
    }

    private static CursorEvent.Saved cursor(String account, String position) {
        return new CursorEvent.Saved(account, position, Seen.nothing().pack(Seen.MOST), null, NOON);
    }
}
