package org.handbell.cases.form;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The answers of a form, as they are read one by one. What is missing or wrong is noted; what is
/// given back for it then is of no account.
public final class Answers {

    /// Longest line, in characters.
    public static final int LONGEST_LINE = 200;

    /// Longest text in one's own words, in characters.
    public static final int MOST_WORDS = 20_000;

    private static final List<DateTimeFormatter> DAYS =
            List.of(
                    form("d/M/uuuu"),
                    form("d M uuuu"),
                    form("d MMM uuuu"),
                    form("d MMMM uuuu"),
                    form("uuuu-M-d"));
    private static final List<DateTimeFormatter> TIMES =
            List.of(form("H:mm"), form("h:mma"), form("ha"));

    private final Map<String, String> given;
    private final List<Problem> problems = new ArrayList<>();

    /// @param given by the names of the fields
    public Answers(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /// What is wrong with the answer to a question, and how to put it right.
    public record Problem(String field, String words) {}

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// What was entered, letter for letter.
    public String raw(String field) {
        return given.getOrDefault(field, "");
    }

    /// @param missing what to say where nothing was entered
    public String words(String field, String missing) {
        return text(field, missing, MOST_WORDS);
    }

    /// @param missing what to say where nothing was entered
    public String line(String field, String missing) {
        return text(field, missing, LONGEST_LINE);
    }

    /// Words that need not be there.
    public String wordsIfAny(String field) {
        var text = raw(field).strip();
        if (text.length() > MOST_WORDS) {
            tooLong(field, MOST_WORDS);
        }
        return text;
    }

    private String text(String field, String missing, int most) {
        var text = raw(field).strip();
        if (text.isEmpty()) {
            wrong(field, missing);
        } else if (text.length() > most) {
            tooLong(field, most);
        }
        return text;
    }

    private void tooLong(String field, int most) {
        wrong(field, String.format(Locale.UK, "Use at most %,d characters.", most));
    }

    public LocalDate day(String field) {
        return parsed(DAYS, f -> LocalDate.parse(given(field), f))
                .orElseGet(() -> {
                    wrong(field, "Enter a day, such as 27 3 2027.");
                    return LocalDate.EPOCH;
                });
    }

    public LocalTime time(String field) {
        return parsed(TIMES, f -> LocalTime.parse(given(field).replace(" ", ""), f))
                .orElseGet(() -> {
                    wrong(field, "Enter a time, such as 3:05pm.");
                    return LocalTime.MIDNIGHT;
                });
    }

    private String given(String field) {
        return raw(field).strip().replaceAll("\\s+", " ");
    }

    private static <T> Optional<T> parsed(
            List<DateTimeFormatter> forms, Function<DateTimeFormatter, T> parse) {
        for (var form : forms) {
            try {
                return Optional.of(parse.apply(form));
            } catch (DateTimeParseException notInThisForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    public <E extends Enum<E>> E choice(String field, Class<E> among, String missing) {
        var all = among.getEnumConstants();
        return Arrays.stream(all)
                .filter(e -> e.name().equals(raw(field)))
                .findFirst()
                .orElseGet(() -> {
                    wrong(field, missing);
                    return all[0];
                });
    }

    /// Those that were ticked; see {@link Field#ticks}.
    ///
    /// @param missing what to say where none was
    public <E extends Enum<E>> Set<E> ticks(String field, Class<E> among, String missing) {
        var ticked = EnumSet.noneOf(among);
        for (var one : among.getEnumConstants()) {
            if (given.containsKey(field + "-" + one.name())) {
                ticked.add(one);
            }
        }
        if (ticked.isEmpty()) {
            wrong(field, missing);
        }
        return ticked;
    }

    /// One of several texts.
    public String among(String field, List<String> texts, String missing) {
        if (!texts.contains(raw(field))) {
            wrong(field, missing);
        }
        return raw(field);
    }

    public void wrong(String field, String words) {
        problems.add(new Problem(field, words));
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.SMART);
    }
}
