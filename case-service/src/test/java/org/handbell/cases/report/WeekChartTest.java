package org.handbell.cases.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.handbell.cases.report.WeekChart.Week;
import org.junit.jupiter.api.Test;

class WeekChartTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Map<LocalDate, Long> OPENED = Map.of(MONDAY, 4L, MONDAY.plusWeeks(1), 10L);

    @Test
    void whoMaySeeTheCasesSeesEachNumber() {
        var chart = WeekChart.of(OPENED, MONDAY, 3, true);
        assertThat(chart.weeks()).extracting(Week::number).containsExactly("4", "10", "0");
        assertThat(chart.weeks()).extracting(Week::height).containsExactly(64, 160, 0);
        assertThat(chart.hides()).isFalse();
    }

    @Test
    void othersSeeNoNumberUnderFiveNeitherWrittenNorDrawn() {
        var chart = WeekChart.of(OPENED, MONDAY, 3, false);
        assertThat(chart.weeks())
                .extracting(Week::number)
                .containsExactly("under 5", "10", "under 5");
        assertThat(chart.weeks()).extracting(Week::height).containsExactly(0, 160, 0);
        assertThat(chart.hides()).isTrue();
    }

    @Test
    void theScaleItselfTellsNoHiddenNumber() {
        var chart = WeekChart.of(Map.of(MONDAY, 3L), MONDAY, 1, false);
        assertThat(chart.top()).isEqualTo(5);
        assertThat(chart.drawn()).isFalse();
    }

    @Test
    void eachWeekIsNamedByItsMonday() {
        assertThat(WeekChart.of(Map.of(), MONDAY, 2, true).weeks())
                .extracting(Week::monday)
                .containsExactly("Monday 2 March 2026", "Monday 9 March 2026");
    }
}
