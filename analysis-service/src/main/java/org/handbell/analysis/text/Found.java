package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Where texts of expressions stand in a line. Most are never asked for, so they are kept as plain
/// numbers.
final class Found {

    private static final int NUMBERS_EACH = 4;
    private static final int FIRST = 8 * NUMBERS_EACH;
    private static final Comparator<Expression.Stretch> ORDER =
            Comparator.comparingInt(Expression.Stretch::begin)
                    .thenComparingInt(Expression.Stretch::rank);

    private int[] numbers = {};
    private int count;

    void add(int expression, int begin, int end, int rank) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(FIRST, count * 2));
        }
        numbers[count++] = expression;
        numbers[count++] = begin;
        numbers[count++] = end;
        numbers[count++] = rank;
    }

    /// Those of one expression, by place and rank.
    List<Expression.Stretch> of(int expression) {
        var stretches = new ArrayList<Expression.Stretch>();
        for (var at = 0; at < count; at += NUMBERS_EACH) {
            if (numbers[at] == expression) {
                stretches.add(
                        new Expression.Stretch(numbers[at + 1], numbers[at + 2], numbers[at + 3]));
            }
        }
        if (stretches.size() > 1) {
            stretches.sort(ORDER);
        }
        return stretches;
    }
}
