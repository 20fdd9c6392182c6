package org.handbell.ingest.many;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.Invented;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.publish.Capture;
import org.junit.jupiter.api.Test;

/// The judge of the proofs finds each way to be wrong.
class VerdictTest {

    private static final String POST = "urn:post";
    private static final Verdict.Lasting LASTING =
            new Verdict.Lasting(Duration.ofSeconds(40), Duration.ofSeconds(80));
    private static final AccountEvent.Registered ACCOUNT = Invented.account("many");

    private final List<Truth.State> states = new ArrayList<>();
    private final List<PostEvent> told = new ArrayList<>();
    private Instant now = Invented.NOON;

    @Test
    void aPostThatWasToldOfOnceInEachLastingStateIsRight() {
        says(1, 60);
        says(2, 10);
        says(3, 50);
        isGone(4, 90);
        observed(1);
        edited(3);
        withdrawn();

        var verdict = verdict();

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.due()).isEqualTo(3);
        assertThat(verdict.unseen()).isEqualTo(1);
        assertThat(verdict.waiting()).isZero();
    }

    @Test
    void aStateThatWasToldOfTwiceIsAFault() {
        says(1, 60);
        observed(1);
        observed(1);

        assertThat(faults()).containsExactly("state 1 was told of twice");
    }

    @Test
    void anEarlierStateAfterALaterOneIsAFault() {
        says(1, 60);
        says(2, 60);
        observed(2);
        edited(1);

        assertThat(faults()).containsExactly("state 1 was told of after state 2");
    }

    @Test
    void aPostThatIsObservedASecondTimeIsAFault() {
        says(1, 60);
        says(2, 60);
        observed(1);
        observed(2);

        assertThat(faults()).containsExactly("state 2 was told of as Observed");
    }

    @Test
    void anEditBeforeTheFirstObservationIsAFault() {
        says(1, 10);
        says(2, 60);
        edited(2);

        assertThat(faults()).containsExactly("state 2 was told of as Edited");
    }

    @Test
    void aStateThatLastedTwoIntervalsAndWasNotToldOfIsAFault() {
        says(1, 40);
        says(2, 39);
        isGone(3, 0);

        assertThat(faults()).containsExactly("state 1 was missed, though it lasted PT40S");
    }

    @Test
    void aDeletionThatWasNotToldOfIsAFaultOnceItIsDue() {
        says(1, 60);
        observed(1);
        isGone(2, 79);
        assertThat(verdict().faults()).isEmpty();
        assertThat(verdict().waiting()).isEqualTo(1);

        now = now.plusSeconds(1);

        assertThat(faults()).containsExactly("state 2 (gone) was missed, though it lasted PT1M20S");
    }

    @Test
    void theDeletionOfAPostThatNobodySawNeedNotBeTold() {
        says(1, 10);
        isGone(2, 600);

        assertThat(verdict().faults()).isEmpty();
        assertThat(verdict().waiting()).isZero();
    }

    @Test
    void aDeletionThatWasNoneIsAFault() {
        says(1, 60);
        observed(1);
        withdrawn();

        assertThat(faults()).containsExactly("state 1 was told of, and never was");
    }

    @Test
    void aPostThatNeverWasIsAFault() {
        told.add(new PostEvent.Withdrawn(POST, "many", now));

        assertThat(faults()).containsExactly("was told of, and never was");
    }

    private List<String> faults() {
        return verdict().faults().getOrDefault(POST, List.of());
    }

    private Verdict verdict() {
        var truth = states.isEmpty() ? Map.<String, List<Truth.State>>of() : Map.of(POST, states);
        return Verdict.of(truth, told, LASTING, now);
    }

    private void says(int number, int seconds) {
        states.add(new Truth.State(number, false, now));
        now = now.plusSeconds(seconds);
    }

    private void isGone(int number, int seconds) {
        states.add(new Truth.State(number, true, now));
        now = now.plusSeconds(seconds);
    }

    private void observed(int state) {
        told.add(new PostEvent.Observed(post(state)));
    }

    private void edited(int state) {
        told.add(new PostEvent.Edited(post(state)));
    }

    private void withdrawn() {
        told.add(new PostEvent.Withdrawn(POST, "many", now));
    }

    private static Post post(int state) {
        var item = Invented.item(POST, Feed.Said.of(state));
        return new Capture(new SettableClock()).post(ACCOUNT, item, Invented.COVERAGE);
    }
}
