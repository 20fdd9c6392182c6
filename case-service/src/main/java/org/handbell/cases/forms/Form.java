package org.handbell.cases.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One form as it was sent: its values are asked for by field, and what does not fit becomes a
/// problem with that field. It goes back to the page, so that nothing has to be entered again.
///
/// A page may have several forms: the id of each field begins with the form's name.
public final class Form {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final int MONTH_LETTERS = 3;

    private final String name;
    private final Map<String, String> values;
    private final List<Problem> problems = new ArrayList<>();

    private Form(String name, Map<String, String> values) {
        this.name = name;
        this.values = Map.copyOf(values);
    }

    public static Form of(String name, Map<String, String> values) {
        return new Form(name, values);
    }

    /// A form that nothing was entered into.
    public static Form empty(String name) {
        return new Form(name, Map.of());
    }

    public String name() {
        return name;
    }

    /// This form where it has that name, else an empty one of that name: for a page with several.
    public Form in(String other) {
        return name.equals(other) ? this : empty(other);
    }

    /// What was entered, without spaces around it; empty where nothing was.
    public String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /// As {@link #value}, or something else where nothing was sent at all.
    public String valueOr(String field, String otherwise) {
        return values.containsKey(field) ? value(field) : otherwise;
    }

    /// Words that must be there.
    ///
    /// @param most most characters
    /// @param missing what to do where they are missing
    public String text(String field, int most, String missing) {
        var text = optional(field, most);
        if (text.isEmpty()) {
            wrong(field, missing);
        }
        return text;
    }

    /// Words that may be missing.
    public String optional(String field, int most) {
        var text = value(field);
        if (text.length() > most) {
            wrong(field, "Use at most %,d characters.".formatted(most));
        }
        return text;
    }

    /// One of a list of choices; null, with a problem, where it is none of them.
    public <E extends Enum<E>> @Nullable E choice(Class<E> type, String field, String missing) {
        var chosen = value(field);
        for (var choice : type.getEnumConstants()) {
            if (choice.name().equals(chosen)) {
                return choice;
            }
        }
        wrong(field, missing);
        return null;
    }

    /// A day, from the three fields `…-day`, `…-month` (a number or a name) and `…-year`; null,
    /// with a problem, where they are no day.
    public @Nullable LocalDate day(String field, String missing) {
        var parts = parts(field);
        if (parts.stream().allMatch(String::isEmpty)) {
            wrong(field, missing);
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.getLast()),
                    month(parts.get(1)),
                    Integer.parseInt(parts.getFirst()));
        } catch (NumberFormatException | DateTimeException e) {
            wrong(field, "Enter a real day, such as 27 3 2027.");
            return null;
        }
    }

    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    /// A whole number; nought where it is none.
    public long number(String field) {
        try {
            return Long.parseLong(value(field));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public void wrong(String field, String words) {
        problems.add(new Problem(name + "-" + field, words));
    }

    public boolean fine() {
        return problems.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean isWrong(String field) {
        return problems.stream().anyMatch(p -> p.field().equals(name + "-" + field));
    }

    /// What is wrong with a field, for the line above it.
    public String why(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(name + "-" + field))
                .map(Problem::words)
                .findFirst()
                .orElse("");
    }

    private List<String> parts(String field) {
        return Arrays.asList(
                value(field + "-day"), value(field + "-month"), value(field + "-year"));
    }

    private static int month(String text) {
        var letters = text.toLowerCase(Locale.ROOT);
        var named =
                letters.length() < MONTH_LETTERS
                        ? -1
                        : MONTHS.indexOf(letters.substring(0, MONTH_LETTERS));
        return named >= 0 ? named + 1 : Integer.parseInt(text);
    }
}
