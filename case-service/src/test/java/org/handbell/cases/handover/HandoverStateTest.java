package org.handbell.cases.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

class HandoverStateTest {

    private static final Instant AT = Instant.parse("2026-11-18T09:30:00Z");
    private static final List<String> PEOPLE = List.of("head", "dsl", "executive");

    @Test
    void oneAsksAndAnotherApproves() {
        var asked = HandoverState.asked("head", false, AT);

        assertThat(asked.released(AT)).isFalse();
        assertThat(asked.after("head")).isEmpty();
        assertThat(asked.after("dsl")).contains(new HandoverState.Approved("head", "dsl"));
    }

    @Test
    void anEmergencyGoesOutAtOnceAndClosesADayLaterUnlessSomebodyElseApproved() {
        var emergency = HandoverState.asked("head", true, AT);
        var late = AT.plus(Duration.ofHours(24)).plusMillis(1);

        assertThat(emergency.released(AT)).isTrue();
        assertThat(emergency.released(late)).isFalse();
        assertThat(emergency.after("head")).isEmpty();
        assertThat(emergency.after("dsl").orElseThrow().released(late)).isTrue();
    }

    @Test
    void whatWasWithdrawnOrApprovedTakesNoFurtherApproval() {
        assertThat(new HandoverState.Withdrawn().after("dsl")).isEmpty();
        assertThat(new HandoverState.Approved("head", "dsl").after("executive")).isEmpty();
    }

    @Property(tries = 10_000)
    void nothingIsReadOnFewerThanTwoApproversUnlessInAnEmergencyOfToday(@ForAll long seed) {
        anyMoves(new Random(seed));
    }

    @Tag("long")
    @Property(tries = 100_000)
    void nothingIsReadOnFewerThanTwoApproversOverManyMore(@ForAll long seed) {
        anyMoves(new Random(seed));
    }

    private static void anyMoves(Random random) {
        var emergency = random.nextInt(3) == 0;
        var approvers = new HashSet<String>();
        var by = any(random);
        approvers.add(by);
        var state = HandoverState.asked(by, emergency, AT);
        var at = AT;
        for (var move : moves(random)) {
            at = at.plus(Duration.ofHours(random.nextInt(10)));
            if (move.equals("withdraw")) {
                state = withdrawn(state);
            } else {
                state = approved(state, move);
                approvers.add(move);
            }
            var today = emergency && !at.isAfter(AT.plus(Duration.ofHours(24)));
            assertThat(!state.released(at) || approvers.size() >= 2 || today).isTrue();
        }
    }

    private static List<String> moves(Random random) {
        var moves = new ArrayList<String>();
        for (var i = 0; i < 8; i++) {
            moves.add(random.nextInt(5) == 0 ? "withdraw" : any(random));
        }
        return moves;
    }

    private static String any(Random random) {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private static HandoverState approved(HandoverState state, String by) {
        return state.after(by).orElse(state);
    }

    private static HandoverState withdrawn(HandoverState state) {
        return state instanceof HandoverState.Asked asked ? asked.withdrawn() : state;
    }
}
