package org.handbell.cases.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Days as people write them.
public final class Days {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d M uuuu", Locale.UK);
    private static final int MONTH_LETTERS = 3;
    private static final int PARTS = 3;

    private Days() {}

    /// `27 March 2027`.
    public static String words(LocalDate day) {
        return WORDS.format(day);
    }

    /// `27 3 2027`, as the hints of the forms have it.
    public static String typed(LocalDate day) {
        return TYPED.format(day);
    }

    /// Reads day, month and year in this order, apart by anything: `27 3 2027`, `27/03/2027`, `27
    /// March 2027`; and `2027-03-27`.
    public static Optional<LocalDate> read(String typed) {
        var parts = typed.strip().split("[^\\p{L}\\p{N}]+");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        var yearFirst = parts[0].length() == 4;
        return day(yearFirst ? parts[2] : parts[0], parts[1], yearFirst ? parts[0] : parts[2]);
    }

    private static Optional<LocalDate> day(String day, String month, String year) {
        if (!day.matches("[0-9]{1,2}") || !year.matches("[0-9]{4}")) {
            return Optional.empty();
        }
        try {
            return month(month)
                    .map(number ->
                            LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> month(String month) {
        if (month.matches("[0-9]{1,2}")) {
            return Optional.of(Integer.parseInt(month));
        }
        var word = month.toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(known -> word.length() >= MONTH_LETTERS && known.name().startsWith(word))
                .map(Month::getValue)
                .findFirst();
    }
}
