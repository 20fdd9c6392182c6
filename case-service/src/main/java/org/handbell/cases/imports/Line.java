package org.handbell.cases.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.contract.KeyedHash;
import org.jspecify.annotations.Nullable;

/// One line of a file: reads values and notes, with file, line and column, what is wrong with them.
record Line(String file, int number, Map<String, String> values, Faults faults) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SERIAL_DAY = Pattern.compile("[0-9]{5}([.,][0-9]+)?");
    private static final Pattern SLASHED_DAY =
            Pattern.compile("[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}|[0-9]{4})");
    private static final int MOST_CHARACTERS = 400;

    /// A value as a message may show it.
    static String shown(String value) {
        return ID.matcher(value).matches() ? "\"" + value + "\"" : "that value";
    }

    void wrong(String column, String rule) {
        faults.add(file, number, column, rule);
    }

    /// A value that may be missing.
    @Nullable String optional(String column) {
        var value = values.getOrDefault(column, "");
        if (value.length() > MOST_CHARACTERS) {
            wrong(column, "is longer than " + MOST_CHARACTERS + " characters");
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    String text(String column) {
        var value = optional(column);
        if (value == null) {
            wrong(column, "is missing");
        }
        return value == null ? "" : value;
    }

    String id(String column) {
        var value = text(column);
        if (!value.isEmpty() && !ID.matcher(value).matches()) {
            wrong(column, "is no id: letters, digits, dot, hyphen and underscore, at most 64");
        }
        return value;
    }

    /// A person's name, which must have letters in its first and its last word.
    String personName(String column) {
        var name = text(column);
        var words = name.split("\\s+");
        if (!name.isEmpty()
                && (KeyedHash.tokens(words[0]).isEmpty()
                        || KeyedHash.tokens(words[words.length - 1]).isEmpty())) {
            wrong(column, "needs letters in its first and its last word");
        }
        return name;
    }

    /// Several values in one, apart by semicolons.
    List<String> list(String column) {
        var value = optional(column);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(";"))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .toList();
    }

    int number(String column, int least, int most) {
        var value = text(column);
        if (value.matches("[0-9]{1,4}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        if (!value.isEmpty()) {
            wrong(column, "is no whole number from " + least + " to " + most);
        }
        return least;
    }

    /// A day that must be there; the first of all days, with a fault noted, where it is none.
    LocalDate day(String column) {
        var day = optionalDay(column);
        if (day == null && optional(column) == null) {
            wrong(column, "is missing: a date such as 2026-09-01");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    @Nullable LocalDate optionalDay(String column) {
        var value = optional(column);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            wrong(column, noDay(value));
            return null;
        }
    }

    private static String noDay(String value) {
        if (SERIAL_DAY.matcher(value).matches()) {
            return value
                    + " is the number by which a spreadsheet keeps a date; format the column as"
                    + " text such as 2026-09-01";
        }
        if (SLASHED_DAY.matcher(value).matches()) {
            return value
                    + " may be read as day first or month first; write the year first, such as"
                    + " 2026-09-01";
        }
        return "is no date such as 2026-09-01";
    }

    @Override
    public String toString() {
        return "Line[" + file + ":" + number + "]";
    }
}
