package org.handbell.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.notification.escalation.Ladder.Step;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void rungsWithoutAWaitAreToldTogetherWithTheOneBefore() {
        var a = rung("a", 0);
        var b = rung("b", 0);
        var c = rung("c", 30);
        var d = rung("d", 0);

        assertThat(Ladder.of(List.of(a, b, c, d)).steps())
                .containsExactly(
                        new Step(Duration.ZERO, List.of(a, b)),
                        new Step(Duration.ofMinutes(30), List.of(c, d)));
    }

    @Test
    void whoStandsTwiceIsToldOnceAndTheLaterWaitStillCounts() {
        var a = rung("a", 0);
        var again = rung("a", 10);
        var b = rung("b", 20);

        assertThat(Ladder.of(List.of(a, again, b)).steps())
                .containsExactly(
                        new Step(Duration.ZERO, List.of(a)),
                        new Step(Duration.ofMinutes(30), List.of(b)));
    }

    @Test
    void aLadderWithoutRungsHasNoSteps() {
        assertThat(Ladder.of(List.of()).steps()).isEmpty();
    }

    @Test
    void aTimerFindsItsStepAgainWhateverTheAlertIsCalled() {
        var timer = new StepTimer("case/7/alert", 2, -1);

        assertThat(StepTimer.parse(timer.id())).isEqualTo(timer);
    }

    private static Rung rung(String person, int minutes) {
        return new Rung(person, Channel.EMAIL, Duration.ofMinutes(minutes));
    }
}
