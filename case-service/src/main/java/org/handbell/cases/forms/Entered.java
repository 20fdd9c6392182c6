package org.handbell.cases.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form as it was sent. Reading a field that breaks its rule notes a problem and goes on, so that
/// all of them are said at once; the page then shows what was entered again.
public final class Entered {

    private final Map<String, List<String>> values;
    private final List<Problem> problems = new ArrayList<>();

    /// A line of the error summary.
    ///
    /// @param field id of the field to go to
    public record Problem(String field, String words) {}

    /// @param values of each field
    public Entered(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /// A form that nobody filled in yet.
    public static Entered empty() {
        return new Entered(Map.of());
    }

    /// The first value of a field; empty where there is none.
    public String value(String field) {
        return values(field).stream().findFirst().orElse("").strip();
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /// A text that must be there.
    ///
    /// @param most characters
    /// @param missing what to say where it is not
    public String text(String field, int most, String missing) {
        var value = optional(field, most);
        if (value == null && problem(field) == null) {
            wrong(field, missing);
        }
        return value == null ? "" : value;
    }

    /// @param most characters
    public @Nullable String optional(String field, int most) {
        var value = value(field);
        if (value.length() > most) {
            wrong(field, "Use at most %,d characters.".formatted(most));
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    /// A day; null where nothing was entered, or, with a problem, where it is none.
    public @Nullable LocalDate day(String field) {
        var value = value(field);
        if (value.isEmpty()) {
            return null;
        }
        var day = Days.read(value);
        if (day.isEmpty()) {
            wrong(field, "Enter a day such as 27 3 2027.");
        }
        return day.orElse(null);
    }

    /// A day that must be there.
    public @Nullable LocalDate day(String field, String missing) {
        var day = day(field);
        if (day == null && problem(field) == null) {
            wrong(field, missing);
        }
        return day;
    }

    /// One of a set of names.
    ///
    /// @param missing what to say where none of them was chosen
    public <E extends Enum<E>> @Nullable E choice(Class<E> among, String field, String missing) {
        var name = value(field).toUpperCase(Locale.ROOT);
        var chosen =
                Arrays.stream(among.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst();
        if (chosen.isEmpty()) {
            wrong(field, missing);
        }
        return chosen.orElse(null);
    }

    public void wrong(String field, String words) {
        problems.add(new Problem(field, words));
    }

    public boolean sound() {
        return problems.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// What is wrong with a field; null where nothing is.
    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::words)
                .findFirst()
                .orElse(null);
    }

    /// The ids of what belongs to a field and must be read with it; null where nothing does.
    ///
    /// @param hint the words of its hint; empty where it has none
    public @Nullable String describedBy(String field, String hint) {
        var ids = new ArrayList<String>();
        if (!hint.isEmpty()) {
            ids.add(field + "-hint");
        }
        if (problem(field) != null) {
            ids.add(field + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    @Override
    public String toString() {
        return "Entered" + values.keySet();
    }
}
