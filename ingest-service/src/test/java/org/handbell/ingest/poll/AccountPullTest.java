package org.handbell.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.ingest.Invented.MET;
import static org.handbell.ingest.Invented.NOON;
import static org.handbell.ingest.Invented.NOTICE;
import static org.handbell.ingest.Invented.account;
import static org.handbell.ingest.Invented.item;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.contract.WatchEvent;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.ScriptedSource;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.cursor.Cursor;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.poll.AccountLedger.Kept;
import org.handbell.ingest.poll.Pulling.Comparing;
import org.handbell.ingest.poll.Pulling.Tables;
import org.handbell.ingest.publish.Batch;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.publish.Publisher.Outcome;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.watch.Watches;
import org.junit.jupiter.api.Test;

class AccountPullTest {

    private static final FingerprintKey KEY = new FingerprintKey(new byte[32]);
    private static final String A = "account-a";

    private final SettableClock clock = new SettableClock();
    private final ScriptedSource source = new ScriptedSource();
    private final Accounts accounts = new Accounts();
    private final Watches watches = new Watches();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Batch> written = new ArrayList<>();
    private final ScriptedPictures pictures = new ScriptedPictures();
    private boolean refuseWrites;
    private AccountPull pull = pulling(Kept.nothing());

    @Test
    void aPostIsObservedOnce() throws Exception {
        shows(item("urn:1", "Good morning"));
        look();
        look();
        assertThat(told()).singleElement().isInstanceOf(PostEvent.Observed.class);
        assertThat(count("handbell.posts.observed")).isOne();
    }

    @Test
    void theFirstLookSweepsAndTheNextAsksForTheNewest() throws Exception {
        shows(item("urn:1", "Good morning"));
        look();
        look();
        assertThat(source.depths).containsExactly(Depth.SWEEP, Depth.NEWEST);
        assertThat(source.positions).containsExactly("null", "urn:1");
        clock.pass(Duration.ofHours(6));
        look();
        assertThat(source.depths).endsWith(Depth.SWEEP);
        assertThat(source.positions).endsWith("urn:1");
    }

    @Test
    void aLookThatChangesNothingWritesNothing() throws Exception {
        shows(item("urn:1", "Good morning"));
        look();
        look();
        source.answers(new Fetch.Unchanged());
        look();
        assertThat(written).hasSize(1);
    }

    @Test
    void otherWordsUnderTheSameIdAreAnEdit() throws Exception {
        shows(item("urn:1", "Good morning"));
        look();
        shows(item("urn:1", "Good evening"));
        look();
        assertThat(told().getLast())
                .isInstanceOfSatisfying(
                        PostEvent.Edited.class,
                        edited -> assertThat(edited.post().text()).isEqualTo("Good evening"));
        look();
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatIsKeptOfACursorIsEnoughToKnowAnEditAfterARestart() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        restart();
        shows(item("urn:2", "Two, changed"), item("urn:1", "One"));
        look();
        assertThat(source.depths).endsWith(Depth.NEWEST);
        assertThat(told()).hasSize(3).last().isInstanceOf(PostEvent.Edited.class);
    }

    @Test
    void aStateThatCameAndWentBetweenTwoLooksIsToldAndSoIsThePresentOne() throws Exception {
        shows(item("urn:1", "Good morning"));
        look();
        var undone = edited(item("urn:1", "Good morning"), 30);
        shows(edited(item("urn:1", "Rubbish"), 20), undone);
        look();
        look();
        assertThat(texts()).containsExactly("Good morning", "Rubbish", "Good morning");
        assertThat(told().getLast()).isInstanceOf(PostEvent.Edited.class);
    }

    @Test
    void aPostThatWasEditedBeforeItsFirstLookIsToldInTheOrderOfItsStates() throws Exception {
        shows(item("urn:0", "Hello"));
        look();
        shows(
                item("urn:1", "One"),
                edited(item("urn:1", "Two"), 20),
                edited(item("urn:1", "Three"), 30));
        look();
        assertThat(texts()).containsExactly("Hello", "One", "Two", "Three");
        assertThat(told().get(1)).isInstanceOf(PostEvent.Observed.class);
        assertThat(told().get(2)).isInstanceOf(PostEvent.Edited.class);
    }

    @Test
    void statesThatWereToldAreNotToldAgain() throws Exception {
        shows(item("urn:1", "One"));
        look();
        shows(edited(item("urn:1", "Two"), 20));
        look();
        shows(
                item("urn:1", "One"),
                edited(item("urn:1", "Two"), 20),
                edited(item("urn:1", "Three"), 30));
        look();
        sweep();
        assertThat(texts()).containsExactly("One", "Two", "Three");
    }

    @Test
    void ofAPostThatIsKnownByItsFingerprintAloneThePresentStateIsTold() throws Exception {
        shows(item("urn:1", "One"));
        look();
        restart();
        shows(
                item("urn:1", "One"),
                edited(item("urn:1", "Two"), 20),
                edited(item("urn:1", "Three"), 30));
        look();
        assertThat(texts()).containsExactly("One", "Three");
    }

    @Test
    void aSweepGoesOnFromThePositionAsWell() throws Exception {
        shows(item("urn:1", "Good morning"));
        look();
        sweep();
        assertThat(source.positions).containsExactly("null", "urn:1");
    }

    @Test
    void aPostThatIsMissingIsNotGoneUntilThePlatformSaysSo() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        shows(item("urn:1", "One"));
        sweep();
        assertThat(source.asked).containsExactly("urn:2");
        assertThat(told()).hasSize(2);
        source.says("urn:2", Presence.GONE);
        sweep();
        assertThat(told().getLast())
                .isEqualTo(new PostEvent.Withdrawn("urn:2", A, clock.instant()));
    }

    @Test
    void aPostIsWithdrawnOnceAndObservedAgainWhenItReturns() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        source.says("urn:2", Presence.GONE);
        shows(item("urn:1", "One"));
        sweep();
        sweep();
        restart();
        sweep();
        assertThat(told()).hasSize(3).last().isInstanceOf(PostEvent.Withdrawn.class);
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        assertThat(told()).hasSize(4).last().isInstanceOf(PostEvent.Observed.class);
    }

    @Test
    void aPostBeyondTheReachOfTheListingIsNotAskedFor() throws Exception {
        shows(
                item("urn:2", "Two", NOON.minusSeconds(60)),
                item("urn:1", "One", NOON.minusSeconds(7200)));
        look();
        shows(item("urn:2", "Two", NOON.minusSeconds(60)));
        sweep();
        assertThat(source.asked).isEmpty();
    }

    @Test
    void aListingThatIsNotCompleteSaysNothingAboutWhatItLacks() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        clock.pass(Duration.ofHours(6));
        source.says("urn:1", Presence.GONE);
        source.answers(new Fetch.Fetched(List.of(item("urn:2", "Two")), List.of(), "urn:2", false));
        pull.look();
        assertThat(source.asked).isEmpty();
        assertThat(told()).hasSize(2);
    }

    @Test
    void aWatchedPostIsAskedForHoweverOldItIs() throws Exception {
        shows(item("urn:9", "Nine"));
        watches.apply(new WatchEvent.Watched("urn:old", A, false, NOON));
        look();
        assertThat(source.asked).containsExactly("urn:old");
        source.says("urn:old", Presence.GONE);
        clock.pass(Duration.ofHours(1));
        look();
        assertThat(told()).hasSize(2).last().isInstanceOf(PostEvent.Withdrawn.class);
        for (var day = 0; day < 40; day++) {
            clock.pass(Duration.ofDays(1));
            look();
        }
        assertThat(told()).hasSize(2);
    }

    @Test
    void anEditOfAWatchedPostIsFoundWithinTheHour() throws Exception {
        shows(item("urn:1", "One"));
        watches.apply(new WatchEvent.Watched("urn:1", A, false, NOON));
        look();
        clock.pass(Duration.ofMinutes(61));
        look();
        assertThat(source.depths).containsExactly(Depth.SWEEP, Depth.SWEEP);
    }

    /// Also where the platform goes on showing it, and where it does not answer any more.
    @Test
    void aPostIsForgottenAfter72HoursAndNotToldAgain() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        clock.pass(Duration.ofHours(71));
        look();
        assertThat(seen().size()).isEqualTo(2);
        clock.pass(Duration.ofHours(2));
        look();
        assertThat(seen().size()).isZero();
        shows(item("urn:2", "Two, changed"), item("urn:1", "One"));
        sweep();
        restart();
        sweep();
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatIsOverdueIsForgottenAlsoWhereThePlatformDoesNotAnswer() throws Exception {
        shows(item("urn:1", "One"));
        look();
        clock.pass(Duration.ofHours(1));
        sweep();
        for (var hour = 0; hour < 80; hour++) {
            clock.pass(Duration.ofHours(1));
            source.answers(new Fetch.TryLater(Duration.ofHours(1), "away"));
            look();
        }
        assertThat(seen().size()).isZero();
        assertThat(written).hasSize(3);
    }

    @Test
    void afterALongOutageWhatIsNewIsToldAndWhatWasToldIsNot() throws Exception {
        shows(item("urn:1", "One"));
        look();
        clock.pass(Duration.ofMinutes(10));
        var before = item("urn:2", "Before the outage", clock.instant());
        shows(before, item("urn:1", "One"));
        look();
        clock.pass(Duration.ofDays(2));
        var during = item("urn:3", "During the outage", clock.instant());
        shows(during, before, item("urn:1", "One"));
        clock.pass(Duration.ofDays(5));
        restart();
        look();
        look();
        assertThat(told()).extracting(PostEvent::postId).containsExactly("urn:1", "urn:2", "urn:3");
    }

    @Test
    void aWatchedPostStaysKnownOverALongOutage() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        watches.apply(new WatchEvent.Watched("urn:1", A, false, NOON));
        look();
        clock.pass(Duration.ofDays(9));
        restart();
        look();
        look();
        assertThat(told()).hasSize(2);
        assertThat(seen().size()).isOne();
        shows(item("urn:2", "Two"), item("urn:1", "One, changed"));
        look();
        assertThat(told()).hasSize(3).last().isInstanceOf(PostEvent.Edited.class);
    }

    @Test
    void aPostThatIsDatedBackFurtherThanTheReachIsNotFound() throws Exception {
        shows(item("urn:1", "One"));
        look();
        var old = clock.instant().minus(Duration.ofHours(80));
        shows(item("urn:1", "One"), item("urn:0", "Dated back", old));
        sweep();
        assertThat(told()).hasSize(1);
    }

    @Test
    void aWatchedPostIsCheckedForEditsHoweverOldItIs() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        watches.apply(new WatchEvent.Watched("urn:1", A, false, NOON));
        for (var day = 0; day < 40; day++) {
            clock.pass(Duration.ofDays(1));
            look();
        }
        assertThat(seen().size()).isOne();
        shows(item("urn:2", "Two, changed"), item("urn:1", "One, changed"));
        clock.pass(Duration.ofHours(1));
        look();
        assertThat(told()).hasSize(3);
        assertThat(told().getLast())
                .isInstanceOfSatisfying(
                        PostEvent.Edited.class,
                        edited -> assertThat(edited.post().text()).isEqualTo("One, changed"));
        watches.apply(new WatchEvent.Ended("urn:1", clock.instant()));
        clock.pass(Duration.ofHours(80));
        look();
        assertThat(seen().size()).isZero();
    }

    @Test
    void anAccountIsReadInFullAtOnceWhenAWatchBegins() throws Exception {
        shows(item("urn:1", "One"));
        look();
        clock.pass(Duration.ofMinutes(2));
        watches.apply(new WatchEvent.Watched("urn:1", A, false, clock.instant()));
        clock.pass(Duration.ofMinutes(1));
        look();
        clock.pass(Duration.ofMinutes(1));
        look();
        assertThat(source.depths).containsExactly(Depth.SWEEP, Depth.SWEEP, Depth.NEWEST);
    }

    @Test
    void anAccountIsReadNoFurtherBackThan72HoursUnlessAPostIsWatched() throws Exception {
        shows(item("urn:1", "One"));
        look();
        sweep();
        assertThat(source.since)
                .containsExactly(NOTICE, LocalDate.ofInstant(NOON, ZoneOffset.UTC).minusDays(3));
        watches.apply(new WatchEvent.Watched("urn:1", A, false, NOON));
        sweep();
        assertThat(source.since).endsWith(NOTICE);
    }

    @Test
    void picturesAreKeptOncePerStateOfAPostAndOnlyWhereItsWatchSaysSo() throws Exception {
        var post = item("urn:1", List.of(picture("a"), picture("b")), List.of());
        shows(post, item("urn:2", List.of(picture("c")), List.of()));
        look();
        watches.apply(new WatchEvent.Watched("urn:2", A, false, NOON));
        sweep();
        assertThat(kept()).isEmpty();
        watches.apply(new WatchEvent.Watched("urn:1", A, true, NOON));
        pictures.away.add("b");
        sweep();
        assertThat(kept()).containsExactly("urn:1 0");
        sweep();
        assertThat(kept()).hasSize(1);
        pictures.away.clear();
        sweep();
        restart();
        sweep();
        assertThat(kept()).containsExactly("urn:1 0", "urn:1 1");
        for (var day = 0; day < 10; day++) {
            clock.pass(Duration.ofDays(1));
            look();
        }
        assertThat(kept()).hasSize(2);
        shows(item("urn:1", List.of(picture("a")), List.of()));
        look();
        assertThat(kept()).containsExactly("urn:1 0", "urn:1 1", "urn:1 0");
    }

    @Test
    void noMoreThanFourPicturesOfAPostAreKept() throws Exception {
        var media = Collections.nCopies(6, picture("a"));
        shows(item("urn:1", media, List.of()));
        watches.apply(new WatchEvent.Watched("urn:1", A, true, NOON));
        look();
        assertThat(kept()).containsExactly("urn:1 0", "urn:1 1", "urn:1 2", "urn:1 3");
    }

    /// A reviewer's mark takes the permission away, also while a picture is on its way.
    @Test
    void noPictureIsFetchedNorWrittenOnceTheWatchSaysThatNoneMayBeKept() throws Exception {
        shows(item("urn:1", List.of(picture("a")), List.of()));
        watches.apply(new WatchEvent.Watched("urn:1", A, true, NOON));
        pictures.meanwhile = () -> watches.apply(new WatchEvent.Watched("urn:1", A, false, NOON));
        look();
        assertThat(kept()).isEmpty();
        var fetched = pictures.fetched.size();
        shows(item("urn:1", List.of(picture("other")), List.of()));
        look();
        sweep();
        assertThat(told()).hasSize(2).last().isInstanceOf(PostEvent.Edited.class);
        assertThat(kept()).isEmpty();
        assertThat(pictures.fetched).hasSize(fetched);
    }

    @Test
    void aPostIsToldWithWhatItsPicturesShow() throws Exception {
        shows(item("urn:1", List.of(picture("a")), List.of()));
        look();
        assertThat(told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PostEvent.Observed.class,
                        told -> assertThat(told.post().language()).isEqualTo("seen"));
    }

    @Test
    void theIdOfAPostIsNotRememberedLongerThanThePost() throws Exception {
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        look();
        clock.pass(Duration.ofHours(73));
        shows(item("urn:1", "One"));
        look();
        assertThat(source.asked).isEmpty();
    }

    @Test
    void nothingFromBeforeTheNoticeIsWritten() throws Exception {
        var before = Instant.parse("2026-08-31T22:59:59Z");
        shows(item("urn:2", "After"), item("urn:1", "Before", before));
        look();
        assertThat(told()).singleElement().extracting(PostEvent::postId).isEqualTo("urn:2");
        var cursor = Cursor.of((CursorEvent.Saved) written.getLast().cursor());
        assertThat(cursor.seen().size()).isOne();
    }

    @Test
    void anAccountWithAnUnmetGateIsNeverPulled() throws Exception {
        shows(item("urn:1", "One"));
        var unmet = new AccountEvent.Gates(null, "abc", " ", "person-9", "2017");
        accounts.apply(0, account(A, unmet, false, null, 2));
        pull.look();
        assertThat(source.fetched).isEmpty();
        assertThat(pull.standing())
                .isNotNull()
                .extracting(Standing::unmet)
                .isEqualTo(
                        List.of("DPIA reference", "consultation", "approval", "notice in effect"));
    }

    @Test
    void anApprovalThatIsWithdrawnDuringALookStopsTheWriting() throws Exception {
        shows(item("urn:1", "One"));
        clock.pass(Duration.ZERO);
        var closing =
                pulling(Kept.nothing(), () -> accounts.apply(0, account(A, MET, false, NOTICE, 2)));
        closing.look();
        assertThat(written).isEmpty();
    }

    @Test
    void aQuietAccountSlowsDownAndAnActiveOneSpeedsUp() throws Exception {
        shows(item("urn:1", "One"));
        assertThat(look()).isEqualTo(Duration.ofSeconds(15));
        assertThat(look()).isEqualTo(Duration.ofMillis(22_500));
        for (var quiet = 0; quiet < 20; quiet++) {
            look();
        }
        assertThat(look()).isEqualTo(Duration.ofMinutes(15));
        shows(item("urn:2", "Two"), item("urn:1", "One"));
        assertThat(look()).isEqualTo(Duration.ofSeconds(450));
    }

    @Test
    void aPlatformThatAsksForPatienceIsObeyed() throws Exception {
        shows(item("urn:1", "One"));
        source.answers(new Fetch.TryLater(Duration.ofMinutes(40), "slow down"));
        assertThat(look()).isEqualTo(Duration.ofMinutes(40));
        source.answers(new Fetch.TryLater(Duration.ofDays(400), "slow down"));
        assertThat(look()).isEqualTo(Duration.ofHours(24));
    }

    /// Else an alert would call a source silent for what was planned.
    @Test
    void aUsedUpBudgetIsWaitedForAndNobodyIsCalledSilent() throws Exception {
        shows(item("urn:1", "One"));
        look();
        source.answers(new Fetch.UsedUp(Duration.ofHours(5), "used up"));
        assertThat(look()).isEqualTo(Duration.ofHours(5));
        var standing = Objects.requireNonNull(pull.standing());
        assertThat(standing.state()).isEqualTo(Standing.State.USED_UP);
        assertThat(standing.answeredAt()).isNull();
    }

    @Test
    void aRefusalIsShown() throws Exception {
        shows(item("urn:1", "One"));
        source.answers(new Fetch.Refused("needs a token"));
        look();
        assertThat(pull.standing())
                .isNotNull()
                .extracting(Standing::state)
                .isEqualTo(Standing.State.REFUSED);
        assertThat(written).isEmpty();
    }

    @Test
    void anItemThatCannotBeReadIsDeadLetteredOnceAndTheOthersGoOn() throws Exception {
        shows(item("urn:1", "One"));
        var fetched =
                new Fetch.Fetched(
                        List.of(item("", "no id"), item("urn:2", "Two")),
                        List.of(new Fetch.Rejected("{]", "item 3 is not JSON")),
                        null,
                        true);
        source.answers(fetched);
        source.answers(fetched);
        pull.look();
        pull.look();
        var letters = written.stream().flatMap(batch -> batch.rejected().stream()).toList();
        assertThat(letters)
                .extracting(letter -> letter.reason())
                .containsExactlyInAnyOrder("item 3 is not JSON", "postId is missing");
        assertThat(told()).singleElement().extracting(PostEvent::postId).isEqualTo("urn:2");
        assertThat(registry.get("handbell.dead.letters").tag("topic", "posts.v1").counter().count())
                .isEqualTo(2);
    }

    @Test
    void manyPostsAreWrittenInBoundedTransactionsOldestFirst() throws Exception {
        var items =
                IntStream.range(0, 450)
                        .mapToObj(i -> item("urn:" + i, "No. " + i, NOON.minusSeconds(i)))
                        .toArray(Item[]::new);
        shows(items);
        look();
        assertThat(written).extracting(batch -> batch.posts().size()).containsExactly(200, 200, 50);
        assertThat(told()).first().extracting(PostEvent::postId).isEqualTo("urn:449");
        assertThat(told()).last().extracting(PostEvent::postId).isEqualTo("urn:0");
    }

    @Test
    void aLookThatIsCutShortIsTakenAgainWithoutRepeats() throws Exception {
        var items =
                IntStream.range(0, 450)
                        .mapToObj(i -> item("urn:" + i, "No. " + i, NOON.minusSeconds(i)))
                        .toArray(Item[]::new);
        shows(items);
        look();
        var first = written.getFirst();
        written.subList(1, written.size()).clear();
        pull = pulling(new Kept(Cursor.of((CursorEvent.Saved) first.cursor()), new Remembered()));
        look();
        assertThat(source.depths).containsExactly(Depth.SWEEP, Depth.SWEEP);
        assertThat(told()).hasSize(450);
        assertThat(told()).extracting(PostEvent::postId).doesNotHaveDuplicates();
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenByTheNextLook() throws Exception {
        shows(item("urn:1", "One"));
        refuseWrites = true;
        look();
        refuseWrites = false;
        look();
        assertThat(told()).hasSize(1);
        assertThat(count("handbell.posts.observed")).isOne();
    }

    @Test
    void anotherAddressIsReadFromItsStart() throws Exception {
        shows(item("urn:1", "One"));
        look();
        var moved =
                new AccountEvent.Registered(
                        A,
                        account(A).platform(),
                        "@wren@elsewhere.example",
                        account(A).kind(),
                        "person-1",
                        null,
                        false,
                        true,
                        MET,
                        NOTICE,
                        2,
                        NOON);
        accounts.apply(0, moved);
        pull.look();
        assertThat(source.depths).containsExactly(Depth.SWEEP, Depth.SWEEP);
        assertThat(source.positions).containsExactly("null", "null");
    }

    @Test
    void theDelayOfANewPostIsMeasuredOnceAndNotOfItsEdit() throws Exception {
        shows();
        look();
        clock.pass(Duration.ofMinutes(20));
        var posted = clock.instant().minusSeconds(90);
        shows(item("urn:1", "One", posted));
        look();
        shows(item("urn:1", "One, changed", posted));
        look();
        assertThat(told()).hasSize(2);
        assertThat(delays().count()).isOne();
        assertThat(delays().totalTime(TimeUnit.SECONDS)).isEqualTo(90);
    }

    @Test
    void whatTheFirstLookFindsHasNoDelay() throws Exception {
        shows(item("urn:1", "One"));
        look();
        assertThat(registry.find("handbell.capture.delay").timer()).isNull();
        assertThat(count("handbell.captures.without.delay")).isOne();
    }

    @Test
    void aDateFromBeforeTheLastFullReadingOrFromTheFutureIsNoDelay() throws Exception {
        shows();
        look();
        clock.pass(Duration.ofMinutes(5));
        var now = clock.instant();
        shows(
                item("urn:1", "Dated back", now.minus(Duration.ofDays(2))),
                item("urn:2", "Dated ahead", now.plus(Duration.ofDays(1))));
        look();
        assertThat(told()).hasSize(2);
        assertThat(registry.find("handbell.capture.delay").timer()).isNull();
        assertThat(count("handbell.captures.without.delay")).isEqualTo(2);
    }

    @Test
    void aClockThatIsAheadMakesNoDelayNegative() throws Exception {
        shows();
        look();
        shows(item("urn:1", "One", clock.instant().plusSeconds(40)));
        look();
        assertThat(delays().count()).isOne();
        assertThat(delays().totalTime(TimeUnit.SECONDS)).isZero();
    }

    private static Post.Media picture(String name) {
        var address = "https://pictures.example/" + name;
        return new Post.Media(Post.MediaType.IMAGE, address, null, null, List.of(), false);
    }

    private List<String> kept() {
        return written.stream()
                .flatMap(batch -> batch.pictures().stream())
                .map(MediaEvent.Captured.class::cast)
                .map(picture -> picture.postId() + " " + picture.index())
                .toList();
    }

    private Seen seen() {
        return Cursor.of((CursorEvent.Saved) written.getLast().cursor()).seen();
    }

    private Timer delays() {
        return registry.get("handbell.capture.delay").tag("platform", "mastodon").timer();
    }

    private static Item edited(Item item, int minutesLater) {
        return new Item(
                item.postId(),
                item.action(),
                item.author(),
                item.url(),
                item.postedAt(),
                item.platformTime(),
                item.postedAt().plus(Duration.ofMinutes(minutesLater)),
                item.text(),
                item.language(),
                item.media(),
                item.links(),
                item.of(),
                item.pollOptions(),
                item.original());
    }

    private List<String> texts() {
        return told().stream()
                .map(event ->
                        switch (event) {
                            case PostEvent.Observed(var post) -> post.text();
                            case PostEvent.Edited(var post) -> post.text();
                            case PostEvent.Withdrawn gone -> "gone";
                        })
                .toList();
    }

    /// Of several items with one id, the last is how the post is now.
    private void shows(Item... items) {
        source.shows(A, items);
        if (accounts.find(A).isEmpty()) {
            accounts.apply(0, account(A));
        }
    }

    private Duration look() throws InterruptedException {
        return pull.look();
    }

    private void sweep() throws InterruptedException {
        clock.pass(Duration.ofHours(7));
        pull.look();
        assertThat(source.depths).endsWith(Depth.SWEEP);
    }

    private void restart() {
        pull =
                pulling(
                        new Kept(
                                Cursor.of((CursorEvent.Saved) written.getLast().cursor()),
                                new Remembered()));
    }

    private AccountPull pulling(Kept kept) {
        return pulling(kept, () -> {});
    }

    /// @param meanwhile happens while the platform answers
    private AccountPull pulling(Kept kept, Runnable meanwhile) {
        var settings =
                new PollSettings(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(15),
                        Duration.ofHours(6),
                        Duration.ofHours(1),
                        Duration.ofHours(24),
                        4,
                        20,
                        200,
                        Duration.ofSeconds(15));
        var pulling =
                new Pulling(
                        new Tables(accounts, watches, () -> {}),
                        new Sources(List.of(new Meanwhile(source, meanwhile))),
                        Comparing.of(KEY, new Capture(clock), clock, settings.presencePerSweep())
                                .seeing(pictures),
                        settings,
                        new IngestMetrics(registry),
                        clock,
                        new Semaphore(1));
        return new AccountPull(A, new AccountLedger(A, kept, this::write, pulling), pulling);
    }

    private Outcome write(Batch batch) {
        if (refuseWrites) {
            return new Outcome.NotNow("the broker is away");
        }
        written.add(batch);
        return new Outcome.Committed();
    }

    private List<PostEvent> told() {
        return written.stream().flatMap(batch -> batch.posts().stream()).toList();
    }

    private double count(String name) {
        return Arrays.stream(
                        registry.find(name)
                                .counters()
                                .toArray(io.micrometer.core.instrument.Counter[]::new))
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }
}
