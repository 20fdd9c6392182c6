package org.handbell.notification;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.notification.Sample.caseId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handbell.contract.AlertEvent.Acknowledged;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.DeliveryEvent.RanOut;
import org.handbell.contract.DeliveryEvent.Refused;
import org.handbell.contract.Ids;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.notification.ScriptedChannel.Sent;
import org.handbell.notification.notify.Message;
import org.handbell.notification.notify.Message.CanWait;
import org.handbell.notification.notify.Message.NobodyTook;
import org.handbell.notification.notify.Message.Overdue;
import org.handbell.notification.notify.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When who is told, over days that pass in milliseconds.
class LadderTimesTest {

    /// A Tuesday in winter, ten in the morning.
    private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");

    private static Simulation world;

    @BeforeAll
    static void begin() {
        world =
                new Simulation(
                        "handbell.trust-contact.email=duty@trust.example",
                        "handbell.limits.sms.an-hour=2",
                        "handbell.limits.sms.pause=5m",
                        "handbell.digest.medium-for=gathers-all");
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void anew() {
        world.forget();
        world.setClock(MORNING);
        List.of("dsl", "head", "trust").forEach(id -> list(id, null));
    }

    @Test
    void inTheEveningTheLadderWaitsForTheMorningAndEachStillHasTheirTime() {
        world.setClock(Instant.parse("2026-11-24T22:00:00Z"));
        var alert =
                tell(Severity.HIGH, ofHours(18), mail("dsl", ZERO), mail("head", ofMinutes(30)));

        world.runUntil(Instant.parse("2026-11-25T12:00:00Z"));

        assertThat(times())
                .containsExactly("dsl 2026-11-25T07:00:00Z", "head 2026-11-25T07:30:00Z");
        assertThat(world.state(alert.alertId())).isEqualTo("OPEN");
    }

    @Test
    void theGravestTierIsToldInTheMiddleOfTheNight() {
        world.setClock(Instant.parse("2026-11-29T03:00:00Z"));
        tell(Severity.CRITICAL, ofHours(1), mail("dsl", ZERO), mail("head", ofMinutes(10)));

        world.runUntil(Instant.parse("2026-11-29T03:30:00Z"));

        assertThat(times())
                .containsExactly("dsl 2026-11-29T03:00:00Z", "head 2026-11-29T03:10:00Z");
    }

    @Test
    void anAttemptThatFallsIntoTheQuietHoursWaitsForTheMorning() {
        world.setClock(Instant.parse("2026-11-24T20:59:00Z"));
        world.follow((_, n) ->
                n.attempt() == 1
                        ? new Outcome.TryAgain(ofMinutes(5), "busy")
                        : new Outcome.Delivered("taken"));
        tell(Severity.HIGH, ofHours(20), mail("dsl", ZERO));

        world.runUntil(Instant.parse("2026-11-25T08:00:00Z"));

        assertThat(times()).containsExactly("dsl 2026-11-24T20:59:00Z", "dsl 2026-11-25T07:00:00Z");
    }

    @Test
    void onTheNightWhenTheClocksGoBackTheMorningComesAnHourLaterByUtc() {
        world.setClock(Instant.parse("2026-10-24T21:30:00Z"));
        tell(Severity.HIGH, ofHours(40), mail("dsl", ZERO), mail("head", ofHours(1)));

        world.runUntil(Instant.parse("2026-10-25T12:00:00Z"));

        assertThat(times())
                .containsExactly("dsl 2026-10-25T07:00:00Z", "head 2026-10-25T08:00:00Z");
    }

    @Test
    void whatCanWaitComesTogetherAtThePersonsHourAndIsReportedForEach() {
        var three =
                List.of(
                        tell(Severity.LOW, ofHours(100), mail("dsl", ZERO)),
                        tell(Severity.LOW, ofHours(100), mail("dsl", ZERO)),
                        tell(Severity.LOW, ofHours(100), text("dsl", ZERO)));

        world.runUntil(Instant.parse("2026-11-25T12:00:00Z"));

        assertThat(times()).containsExactly("dsl 2026-11-25T07:00:00Z");
        var digest = world.sent().getFirst();
        assertThat(digest.text().subject()).isEqualTo("3 things can wait for you");
        assertThat(((CanWait) digest.notification().message()).things()).hasSize(3);
        assertThat(world.reported())
                .hasSize(3)
                .allMatch(Delivered.class::isInstance)
                .extracting(event -> event.alertId())
                .containsExactlyInAnyOrderElementsOf(three.stream().map(Raised::alertId).toList());
    }

    @Test
    void aDigestThatIsPutOffIsTriedAgainWholeUnderTheSameReference() {
        world.follow((_, n) ->
                n.attempt() == 1
                        ? Outcome.TryAgain.broken(ofMinutes(1), "no answer")
                        : new Outcome.Delivered("taken"));
        tell(Severity.LOW, ofHours(100), mail("dsl", ZERO));
        tell(Severity.LOW, ofHours(100), mail("dsl", ZERO));

        world.runUntil(Instant.parse("2026-11-25T12:00:00Z"));

        assertThat(times()).containsExactly("dsl 2026-11-25T07:00:00Z", "dsl 2026-11-25T07:01:00Z");
        assertThat(world.sent())
                .extracting(sent -> sent.notification().deliveryId())
                .containsOnly(world.sent().getFirst().notification().deliveryId());
        assertThat(world.sent().get(1).notification().repeat()).isTrue();
    }

    @Test
    void whatWasTakenBeforeTheDigestIsNotInIt() {
        var taken = tell(Severity.LOW, ofHours(100), mail("dsl", ZERO));
        tell(Severity.LOW, ofHours(100), mail("dsl", ZERO));
        acknowledge(taken, "head");

        world.runUntil(Instant.parse("2026-11-25T12:00:00Z"));

        assertThat(world.sent()).hasSize(1);
        assertThat(world.sent().getFirst().text().subject()).startsWith("1 thing ");
    }

    @Test
    void whoeverWantsItGetsTheMiddleTierInTheDigestToo() {
        list("gathers-all", null);
        tell(Severity.MEDIUM, ofHours(70), mail("gathers-all", ZERO), mail("dsl", ZERO));

        world.runUntil(Instant.parse("2026-11-25T09:00:00Z"));

        assertThat(times())
                .containsExactly("dsl 2026-11-24T10:00:00Z", "gathers-all 2026-11-25T07:00:00Z");
    }

    @Test
    void aTipIsToldToNobodyAndCounted() {
        var before = world.count("handbell.tips.held");

        var tip = tell(Severity.TIP, ofHours(100), mail("dsl", ZERO));
        world.runUntil(MORNING.plus(ofHours(200)));

        assertThat(world.sent()).isEmpty();
        assertThat(world.reported()).isEmpty();
        assertThat(world.state(tip.alertId())).isEmpty();
        assertThat(world.count("handbell.tips.held")).isEqualTo(before + 1);
    }

    @Test
    void whatJoinsACaseAtItsTierIsNoNews() {
        var alert = tell(Severity.HIGH, ofHours(7), mail("dsl", ZERO));
        world.runUntil(MORNING.plus(ofMinutes(5)));

        for (var later = 1; later <= 5; later++) {
            world.tell(again(alert, world.now().plusSeconds(later)));
        }
        world.runUntil(MORNING.plus(ofHours(1)));

        assertThat(times()).containsExactly("dsl 2026-11-24T10:00:00Z");
    }

    @Test
    void whoeverWasToldIsRemindedOnceWhenTheDueTimePasses() {
        tell(Severity.HIGH, ofHours(2), mail("dsl", ZERO), mail("head", ofHours(1)));

        world.runUntil(MORNING.plus(ofHours(2)).plusSeconds(60));

        assertThat(times())
                .containsExactlyInAnyOrder(
                        "dsl 2026-11-24T10:00:00Z",
                        "head 2026-11-24T11:00:00Z",
                        "dsl 2026-11-24T12:00:00Z",
                        "head 2026-11-24T12:00:00Z");
        assertThat(of(Overdue.class))
                .hasSize(2)
                .allSatisfy(sent ->
                        assertThat(sent.text().subject())
                                .isEqualTo(
                                        "Overdue (Today): Fernhill High, 4K7P-XM, was due 12:00pm"
                                                + " Tue 24 Nov"));
        world.runUntil(MORNING.plus(ofHours(100)));
        assertThat(of(Overdue.class)).hasSize(2);
    }

    @Test
    void whoeverWasToldJustBeforeTheDueTimeIsNotReminded() {
        tell(Severity.HIGH, ofMinutes(65), mail("dsl", ZERO), mail("head", ofHours(1)));

        world.runUntil(MORNING.plus(ofMinutes(70)));

        assertThat(of(Overdue.class)).extracting(Sent::at).hasSize(1);
    }

    @Test
    void nobodyIsRemindedOfWhatWasTaken() {
        var alert = tell(Severity.HIGH, ofHours(2), mail("dsl", ZERO));
        world.runUntil(MORNING.plus(ofHours(1)));
        acknowledge(alert, "dsl");

        world.runUntil(MORNING.plus(ofHours(50)));

        assertThat(times()).containsExactly("dsl 2026-11-24T10:00:00Z");
    }

    @Test
    void aLadderThatRunsOutIsRaisedToTheTrustOnceAndNotReportedAsACase() {
        var alert =
                tell(
                        Severity.CRITICAL,
                        ofMinutes(5),
                        mail("dsl", ZERO),
                        mail("head", ofMinutes(5)));

        world.runUntil(MORNING.plus(ofHours(5)));

        assertThat(world.state(alert.alertId())).isEqualTo("RAN_OUT");
        assertThat(of(NobodyTook.class))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.notification().address()).isEqualTo("duty@trust.example");
                    assertThat(sent.text().subject())
                            .startsWith("Nobody has taken it (Now): Fernhill High, 4K7P-XM");
                });
        assertThat(world.reported()).filteredOn(RanOut.class::isInstance).hasSize(1);
        assertThat(world.reported()).noneMatch(event -> event.toString().contains("trust-contact"));
    }

    @Test
    void aLadderWithoutRungsIsRaisedAtOnce() {
        var alert = tell(Severity.CRITICAL, ofHours(1));

        world.runUntil(MORNING);

        assertThat(world.state(alert.alertId())).isEqualTo("RAN_OUT");
        assertThat(of(NobodyTook.class)).extracting(Sent::at).containsExactly(MORNING);
    }

    @Test
    void whatCanWaitIsRaisedToNobody() {
        var alert = tell(Severity.LOW, ofHours(30), mail("dsl", ZERO));

        world.runUntil(MORNING.plus(ofHours(400)));

        assertThat(world.state(alert.alertId())).isEqualTo("RAN_OUT");
        assertThat(of(NobodyTook.class)).isEmpty();
    }

    @Test
    void aPersonGetsNoMoreTextsThanTheLimitAndNotOneAfterAnother() {
        list("dsl", "+447700900123");
        for (var i = 0; i < 3; i++) {
            tell(Severity.HIGH, ofHours(8), text("dsl", ZERO));
        }

        world.runUntil(MORNING.plus(ofHours(3)));

        assertThat(times())
                .containsExactly(
                        "dsl 2026-11-24T10:00:00Z",
                        "dsl 2026-11-24T10:05:00Z",
                        "dsl 2026-11-24T11:00:00Z");
    }

    @Test
    void theGravestTierKnowsNoLimit() {
        list("dsl", "+447700900123");
        for (var i = 0; i < 5; i++) {
            tell(Severity.CRITICAL, ofHours(8), text("dsl", ZERO));
        }

        world.runUntil(MORNING.plusSeconds(1));

        assertThat(world.sent()).hasSize(5);
    }

    @Test
    void aRoomIsToldAlsoWhileThePersonOfItsRungIsAway() {
        world.list(
                new Listed(
                        "head",
                        "head@fernhill.example",
                        null,
                        7,
                        LocalDate.of(2026, 12, 1),
                        world.nextRevision(),
                        MORNING));
        tell(Severity.HIGH, ofHours(7), new Rung("head", Channel.CHAT, ZERO));

        world.runUntil(MORNING);

        assertThat(times()).containsExactly("Fernhill High 2026-11-24T10:00:00Z");
    }

    @Test
    void whereEmailIsDownAndThereIsATelephoneThePersonGetsATextSoon() {
        list("dsl", "+447700900123");
        world.follow((channel, n) ->
                channel == Channel.EMAIL
                        ? Outcome.TryAgain.away(Duration.ofSeconds(30), "down")
                        : new Outcome.Delivered("taken"));
        var alert = tell(Severity.CRITICAL, ofHours(1), mail("dsl", ZERO));

        world.runUntil(MORNING.plus(ofMinutes(3)));

        assertThat(world.sent())
                .filteredOn(sent -> sent.channel() == Channel.SMS)
                .singleElement()
                .satisfies(sent -> assertThat(sent.at()).isEqualTo(MORNING.plusSeconds(120)));
        assertThat(world.reported())
                .filteredOn(Refused.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((Refused) event).detail()).isEqualTo("down, tries used up"));
        assertThat(world.state(alert.alertId())).isEqualTo("OPEN");
    }

    private static Raised tell(Severity severity, Duration due, Rung... ladder) {
        var caseId = caseId();
        var raised =
                new Raised(
                        Ids.alert(caseId, severity),
                        caseId,
                        "4K7P-XM",
                        severity,
                        "Fernhill High",
                        world.now().plus(due),
                        "https://desk.example/cases/4K7P-XM",
                        List.of(ladder),
                        world.now());
        world.tell(raised);
        return raised;
    }

    private static Raised again(Raised alert, Instant at) {
        return new Raised(
                alert.alertId(),
                alert.caseId(),
                alert.reference(),
                alert.severity(),
                alert.school(),
                alert.dueAt(),
                alert.link(),
                alert.ladder(),
                at);
    }

    private static void acknowledge(Raised alert, String person) {
        world.tell(new Acknowledged(alert.alertId(), alert.caseId(), person, world.now()));
    }

    private static void list(String id, @Nullable String phone) {
        world.list(
                new Listed(
                        id,
                        id + "@fernhill.example",
                        phone,
                        7,
                        null,
                        world.nextRevision(),
                        world.now()));
    }

    private static Rung mail(String person, Duration wait) {
        return new Rung(person, Channel.EMAIL, wait);
    }

    private static Rung text(String person, Duration wait) {
        return new Rung(person, Channel.SMS, wait);
    }

    private static List<Sent> of(Class<? extends Message> kind) {
        return world.sent().stream()
                .filter(sent -> kind.isInstance(sent.notification().message()))
                .toList();
    }

    /// Who was written to, and when.
    private static List<String> times() {
        return world.sent().stream()
                .map(sent ->
                        sent.notification()
                                        .address()
                                        .replace("@fernhill.example", "")
                                        .replace("+447700900123", "dsl")
                                + " "
                                + sent.at())
                .toList();
    }
}
