package org.handbell.standalone.welcome;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Figures as bars, with the same figures for a table. Coordinates are in units of the drawing.
///
/// @param title what the figures are
/// @param unit what is counted
public record Chart(String title, String unit, List<Bar> bars) {

    private static final int MOST = 16;
    private static final int ROW = 26;
    private static final int WIDTH = 220;

    static Chart of(String title, String unit, Map<String, Double> figures) {
        var shown = figures.entrySet().stream().limit(MOST).toList();
        var largest = shown.stream().mapToDouble(Map.Entry::getValue).max().orElse(0);
        var bars =
                IntStream.range(0, shown.size())
                        .mapToObj(i -> bar(shown.get(i), i * ROW, largest))
                        .toList();
        return new Chart(title, unit, bars);
    }

    public int height() {
        return Math.max(1, bars.size()) * ROW;
    }

    private static Bar bar(Map.Entry<String, Double> figure, int y, double largest) {
        var length = largest <= 0 ? 0 : (int) Math.round(WIDTH * figure.getValue() / largest);
        return new Bar(figure.getKey(), written(figure.getValue()), y, Math.max(0, length));
    }

    private static String written(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.UK, "%,.0f", value)
                : String.format(Locale.UK, "%.1f", value);
    }

    /// One figure.
    public record Bar(String label, String value, int y, int length) {}
}
