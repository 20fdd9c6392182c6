package org.handbell.cases.form;

import java.util.List;

/// One question of a form.
///
/// @param name of its answer
/// @param kind how it is answered
/// @param choices for one of several; else empty
/// @param value what stands in it at first
public record Field(
        String name, String label, String hint, Kind kind, List<Choice> choices, String value) {

    /// How a question is answered.
    public enum Kind {
        LINE,
        WORDS,
        DAY,
        CHOICE,
        SELECT,
        TICKS,
        FILE
    }

    /// One of several answers.
    public record Choice(String value, String words, String hint) {}

    public static Field line(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.LINE, List.of(), "");
    }

    public static Field words(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.WORDS, List.of(), "");
    }

    public static Field day(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.DAY, List.of(), "");
    }

    public static Field file(String name, String label, String hint) {
        return new Field(name, label, hint, Kind.FILE, List.of(), "");
    }

    public static Field choice(String name, String label, String hint, List<Choice> choices) {
        return new Field(name, label, hint, Kind.CHOICE, choices, "");
    }

    public static Field select(String name, String label, String hint, List<Choice> choices) {
        return new Field(name, label, hint, Kind.SELECT, choices, "");
    }

    /// Several of several; the name of each is that of the field, a dash and its value, and what
    /// stands in it are their values with commas between.
    public static Field ticks(String name, String label, String hint, List<Choice> choices) {
        return new Field(name, label, hint, Kind.TICKS, choices, "");
    }

    /// Whether a choice of several is ticked.
    public boolean ticked(Choice choice) {
        return List.of(value.split(",")).contains(choice.value());
    }

    /// The same with something in it.
    public Field holding(String words) {
        return new Field(name, label, hint, kind, choices, words);
    }
}
