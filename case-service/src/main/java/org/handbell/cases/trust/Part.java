package org.handbell.cases.trust;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A part of a trust's file: reads fields and collects, with their path, what is wrong with them.
/// Messages repeat a value only where it looks like an id, never a name.
final class Part {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final @Nullable JsonNode node;
    private final String path;
    private final List<String> errors;

    Part(@Nullable JsonNode node, String path, List<String> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /// A value as a message may show it.
    static String shown(@Nullable String value) {
        return value != null && ID.matcher(value).matches() ? "\"" + value + "\"" : "that value";
    }

    boolean missing() {
        return node == null || node.isNull() || node.isMissingNode();
    }

    String path() {
        return path;
    }

    /// Names of all fields.
    List<String> fields() {
        return node == null ? List.of() : List.copyOf(node.propertyNames());
    }

    Part at(String field) {
        var child = node == null ? null : node.get(field);
        return new Part(child, path.isEmpty() ? field : path + "." + field, errors);
    }

    /// The parts of a list; none where it is missing.
    List<Part> each(String field) {
        var list = at(field);
        var parts = new ArrayList<Part>();
        if (list.node != null && list.node.isArray()) {
            for (var element : list.node) {
                parts.add(new Part(element, list.path + "[" + parts.size() + "]", errors));
            }
        } else if (!list.missing()) {
            list.wrong("is no list");
        }
        return parts;
    }

    List<String> texts(String field) {
        return each(field).stream().map(Part::text).toList();
    }

    /// A text that must be there.
    String text(String field) {
        return at(field).text();
    }

    String text() {
        var value = optional().orElse("");
        if (value.isBlank() && !alreadyWrong()) {
            wrong("is missing");
        }
        return value;
    }

    /// An id, which becomes a key of topics and part of addresses.
    String id(String field) {
        var value = text(field);
        if (!value.isBlank() && !ID.matcher(value).matches()) {
            at(field).wrong("is no id: letters, digits, dot, hyphen and underscore, at most 64");
        }
        return value;
    }

    @Nullable String optional(String field) {
        return at(field).optional().filter(value -> !value.isBlank()).orElse(null);
    }

    boolean flag(String field) {
        var flag = at(field);
        if (flag.node != null && flag.node.isBoolean()) {
            return flag.node.booleanValue();
        }
        if (!flag.missing()) {
            flag.wrong("is neither true nor false");
        }
        return false;
    }

    int number(String field, int otherwise, int least, int most) {
        var number = at(field);
        if (number.missing()) {
            return otherwise;
        }
        var value = number.node != null && number.node.isInt() ? number.node.intValue() : least - 1;
        if (value < least || value > most) {
            number.wrong("is no whole number from " + least + " to " + most);
            return otherwise;
        }
        return value;
    }

    @Nullable LocalDate date(String field) {
        return parsed(field, LocalDate::parse, "is no date such as 2026-09-01");
    }

    @Nullable LocalTime time() {
        return parsed(this, LocalTime::parse, "is no time of day such as 08:30");
    }

    /// The times of day in a list of them; those that are none are left out, and are errors.
    List<LocalTime> times() {
        var times = new ArrayList<LocalTime>();
        for (var i = 0; node != null && i < node.size(); i++) {
            var time = new Part(node.get(i), path + "[" + i + "]", errors).time();
            if (time != null) {
                times.add(time);
            }
        }
        return times;
    }

    @Nullable LocalTime time(String field) {
        return at(field).time();
    }

    <T> @Nullable T parsed(String field, Function<String, T> parse, String rule) {
        return parsed(at(field), parse, rule);
    }

    /// What a maker makes; nothing, and an error, where it refuses or where a field was wrong.
    <T> Optional<T> made(Supplier<T> maker) {
        var before = errors.size();
        try {
            var value = maker.get();
            return errors.size() == before ? Optional.of(value) : Optional.empty();
        } catch (IllegalArgumentException e) {
            if (errors.size() == before) {
                wrong(String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    void wrong(String rule) {
        errors.add(path.isEmpty() ? rule : path + ": " + rule);
    }

    private boolean alreadyWrong() {
        return errors.stream().anyMatch(error -> error.startsWith(path + ": "));
    }

    private Optional<String> optional() {
        if (node == null || missing()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            wrong("is no text");
            return Optional.empty();
        }
        return Optional.of(node.stringValue().strip());
    }

    private static <T> @Nullable T parsed(Part part, Function<String, T> parse, String rule) {
        var text = part.optional();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            part.wrong(rule);
            return null;
        }
    }
}
