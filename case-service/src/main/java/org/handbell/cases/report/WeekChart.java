package org.handbell.cases.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handbell.cases.casefile.Words;

/// A column for each week. Where small numbers are hidden, a column that is hidden is not drawn,
/// and nought is hidden too: else it would tell that the others are not nought.
///
/// @param weeks oldest first
/// @param top the number at the upper end of the scale
record WeekChart(List<Week> weeks, long top) {

    /// The smallest number that everybody may see.
    static final long SHOWN_FROM = 5;

    static final int HEIGHT = 160;
    static final int STEP = 24;

    private static final int COLUMN = 16;
    private static final int LEAST_TOP = 5;

    /// One week.
    ///
    /// @param monday its first day, in words
    /// @param number in words; `under 5` where it is hidden
    /// @param x left end of the column
    /// @param height of the column; 0 where nothing is drawn
    record Week(String monday, String number, int x, int height) {

        public int y() {
            return HEIGHT - height;
        }
    }

    /// @param first Monday of the oldest week
    /// @param small whether small numbers are shown
    static WeekChart of(Map<LocalDate, Long> opened, LocalDate first, int weeks, boolean small) {
        var top = Math.max(LEAST_TOP, opened.values().stream().mapToLong(n -> n).max().orElse(0));
        return new WeekChart(
                IntStream.range(0, weeks)
                        .mapToObj(i -> {
                            var monday = first.plusWeeks(i);
                            var number = opened.getOrDefault(monday, 0L);
                            return week(monday, i, number, small || number >= SHOWN_FROM, top);
                        })
                        .toList(),
                top);
    }

    private static Week week(LocalDate monday, int at, long number, boolean shown, long top) {
        return new Week(
                Words.day(monday),
                shown ? String.valueOf(number) : "under " + SHOWN_FROM,
                at * STEP + (STEP - COLUMN) / 2,
                shown ? Math.toIntExact(number * HEIGHT / top) : 0);
    }

    public int width() {
        return weeks.size() * STEP;
    }

    /// Whether there is any column.
    public boolean drawn() {
        return weeks.stream().anyMatch(week -> week.height() > 0);
    }

    /// Whether any number is hidden.
    public boolean hides() {
        return weeks.stream().anyMatch(week -> week.number().startsWith("under"));
    }
}
