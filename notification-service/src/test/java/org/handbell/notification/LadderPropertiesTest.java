package org.handbell.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.handbell.contract.AlertEvent.Acknowledged;
import org.handbell.contract.AlertEvent.Raised;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.DeliveryEvent.RanOut;
import org.handbell.contract.Ids;
import org.handbell.contract.RecipientEvent.Listed;
import org.handbell.contract.Severity;
import org.handbell.notification.ScriptedChannel.Sent;
import org.handbell.notification.notify.Message.CanWait;
import org.handbell.notification.notify.Message.NobodyTook;
import org.handbell.notification.notify.Outcome;

/// Whatever the ladder, whatever the channels answer, whenever somebody acknowledges.
class LadderPropertiesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofDays(16);

    /// In every string of the case and of its people that is no part of a message.
    private static final String PLANTED = "zz-planted";

    private static final Simulation world =
            new Simulation("handbell.trust-contact.email=duty-" + PLANTED + "@trust.example");

    @AfterContainer
    static void end() {
        world.close();
    }

    /// One alert and its fate.
    ///
    /// @param chance what the channels answer, and who is reachable
    /// @param takenAfter minutes from the raising until somebody takes it
    record Matter(
            Severity severity,
            Instant start,
            int dueInMinutes,
            List<Rung> ladder,
            long chance,
            Optional<Integer> takenAfter) {}

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void theGravestEndsTakenOrRaised(@ForAll("gravest") Matter matter) {
        var alert = run(matter);

        var state = world.state(alert.alertId());
        assertThat(state).isIn("ACKNOWLEDGED", "RAN_OUT");
        if (state.equals("RAN_OUT") || ranOut(alert) > 0) {
            assertThat(ranOut(alert)).isEqualTo(1);
            assertThat(sent().filter(s -> s.notification().message() instanceof NobodyTook))
                    .isNotEmpty();
        }
        matter.takenAfter()
                .ifPresent(_ -> assertThat(world.state(alert.alertId())).isEqualTo("ACKNOWLEDGED"));
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void nobodyIsToldAfterItWasTaken(@ForAll("any") Matter matter) {
        run(matter);

        matter.takenAfter()
                .ifPresent(minutes -> {
                    var taken = matter.start().plus(Duration.ofMinutes(minutes));
                    assertThat(sent()).noneMatch(message -> message.at().isAfter(taken));
                });
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void noMessageHoldsAnythingOfTheCaseOrItsPeople(@ForAll("any") Matter matter) {
        run(matter);

        assertThat(sent())
                .allSatisfy(message ->
                        assertThat(message.text().subject() + message.text().body())
                                .doesNotContainIgnoringCase(PLANTED));
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void eachPersonGetsEachMessageOnceByEachChannel(@ForAll("any") Matter matter) {
        run(matter);

        assertThat(
                        sent().filter(message -> message.outcome() instanceof Outcome.Delivered)
                                .map(message -> message.notification().deliveryId()))
                .doesNotHaveDuplicates();
        assertThat(world.reported().stream().filter(Delivered.class::isInstance).count())
                .isEqualTo(
                        sent().filter(message -> message.outcome() instanceof Outcome.Delivered)
                                .filter(m -> !(m.notification().message() instanceof NobodyTook))
                                .count());
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void belowTheGravestTierNothingLeavesInTheQuietHours(@ForAll("any") Matter matter) {
        run(matter);

        assertThat(sent())
                .allSatisfy(message ->
                        assertThat(mayLeave(matter.severity(), message))
                                .as("%s at %s", matter.severity(), message.at())
                                .isTrue());
    }

    private static boolean mayLeave(Severity severity, Sent message) {
        var local = message.at().atZone(LONDON);
        var weekend = local.getDayOfWeek().getValue() > 5;
        return switch (severity) {
            case CRITICAL -> true;
            case HIGH -> between(local.toLocalTime(), 7, 21);
            case MEDIUM -> !weekend && between(local.toLocalTime(), 7, 19);
            case LOW ->
                    !weekend
                            // Seven is everybody's digest hour here; it is tried for twelve.
                            && between(local.toLocalTime(), 7, 20)
                            && message.notification().message() instanceof CanWait;
            case TIP -> false;
        };
    }

    private static boolean between(LocalTime time, int from, int until) {
        return time.getHour() >= from && time.getHour() < until;
    }

    private static Stream<Sent> sent() {
        return world.sent().stream();
    }

    private static long ranOut(Raised alert) {
        return world.reported().stream()
                .filter(RanOut.class::isInstance)
                .filter(event -> event.alertId().equals(alert.alertId()))
                .count();
    }

    private static Raised run(Matter matter) {
        world.forget();
        world.setClock(matter.start());
        var random = new Random(matter.chance());
        world.follow((_, notification) -> answer(random, notification.attempt()));
        people(random);
        var alert = alert(matter);
        world.tell(alert);
        matter.takenAfter()
                .ifPresent(minutes -> {
                    world.runUntil(matter.start().plus(Duration.ofMinutes(minutes)));
                    world.tell(
                            new Acknowledged(
                                    alert.alertId(), alert.caseId(), "p0-" + PLANTED, world.now()));
                });
        world.runUntil(matter.start().plus(LONG_ENOUGH));
        return alert;
    }

    /// More often busy than not at first; a pause that grows, as every channel's does.
    private static Outcome answer(Random random, int attempt) {
        return switch (random.nextInt(6)) {
            case 0 -> new Outcome.Refused("no such box");
            case 1, 2 ->
                    new Outcome.TryAgain(Duration.ofMinutes(1 + Math.min(attempt, 20)), "busy");
            case 3 -> Outcome.TryAgain.broken(Duration.ofMinutes(attempt), "no answer");
            default -> new Outcome.Delivered("taken");
        };
    }

    /// Four of five are in the register; some are away, some have a telephone.
    private static void people(Random random) {
        for (var i = 0; i < 5; i++) {
            if (random.nextInt(5) > 0) {
                var id = "p" + i + "-" + PLANTED;
                world.list(
                        new Listed(
                                id,
                                id + "@fernhill.example",
                                random.nextBoolean() ? PLANTED + i : null,
                                7,
                                random.nextInt(4) == 0 ? today().plusDays(1) : null,
                                world.nextRevision(),
                                world.now()));
            }
        }
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(world.now(), LONDON);
    }

    private static Raised alert(Matter matter) {
        var caseId = Sample.caseId() + PLANTED;
        return new Raised(
                Ids.alert(caseId, matter.severity()),
                caseId,
                "4K7P-XM",
                matter.severity(),
                "Fernhill High",
                matter.start().plus(Duration.ofMinutes(matter.dueInMinutes())),
                "https://desk.example/cases/4K7P-XM",
                matter.ladder(),
                matter.start());
    }

    @Provide
    Arbitrary<Matter> gravest() {
        return matters(Arbitraries.of(Severity.CRITICAL));
    }

    @Provide
    Arbitrary<Matter> any() {
        return matters(
                Arbitraries.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL));
    }

    private static Arbitrary<Matter> matters(Arbitrary<Severity> severities) {
        return Combinators.combine(
                        severities,
                        starts(),
                        Arbitraries.integers().between(0, 5000),
                        rung().list().ofMaxSize(6),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 3000).optional(0.6))
                .as(Matter::new);
    }

    /// Any minute of the year, and more often one of the two nights when the clocks change.
    private static Arbitrary<Instant> starts() {
        var year = Arbitraries.integers().between(0, 525_000).map(Integer::longValue);
        return Arbitraries.oneOf(
                        year,
                        year,
                        evening("2026-03-28T18:00:00Z"),
                        evening("2026-10-24T18:00:00Z"))
                .map(minutes -> YEAR.plus(Duration.ofMinutes(minutes)));
    }

    private static Arbitrary<Long> evening(String start) {
        var minutes = Duration.between(YEAR, Instant.parse(start)).toMinutes();
        return Arbitraries.integers().between(0, 900).map(later -> minutes + later);
    }

    private static Arbitrary<Rung> rung() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Channel.class),
                        Arbitraries.of(0, 0, 5, 30, 120))
                .as((person, channel, wait) ->
                        new Rung("p" + person + "-" + PLANTED, channel, Duration.ofMinutes(wait)));
    }
}
