package org.handbell.analysis.detect;

import java.util.Set;
import org.handbell.contract.RegisterEvent.Form;

/// Whether words that could be a name, a class or initials are written as one.
final class Writing {

    private static final Set<String> STREETS =
            Set.of(
                    "street", "lane", "road", "bank", "brook", "hill", "park", "rivers", "hall",
                    "marsh", "moor", "grove", "field", "close", "green", "way");
    private static final Set<String> TOWARDS =
            Set.of(
                    "along", "on", "at", "down", "up", "off", "near", "in", "to", "from", "outside",
                    "round", "around", "past", "through", "via");

    /// Fewest letters of a single word, less one, that can be nobody else's.
    private static final int LONG = 6;

    private final Set<String> ordinary;

    /// @param ordinary words that are names as well: `grace`, `hunter`
    Writing(Set<String> ordinary) {
        this.ordinary = ordinary;
    }

    /// Whether it can tell somebody, alone or beside something else.
    boolean tells(Seen seen) {
        return switch (seen.form()) {
            case FULL_NAME, TERM -> true;
            case YEAR, CLASS -> place(seen);
            case FIRST_NAME, SURNAME, INITIALS -> name(seen);
        };
    }

    /// Whether it can be a name beside a class.
    boolean name(Seen seen) {
        return switch (seen.form()) {
            case FULL_NAME -> true;
            case FIRST_NAME -> firstName(seen.window());
            case INITIALS -> initials(seen.window());
            case SURNAME -> seen.window().first().capital();
            case CLASS, YEAR, TERM -> false;
        };
    }

    /// Whether it can be a class or a year beside a name. A class that is a word (`Hazel`) counts
    /// where it is written as a name.
    boolean place(Seen seen) {
        return seen.form() == Form.YEAR
                || seen.form() == Form.CLASS
                        && (seen.window().numbered() || seen.window().first().capital());
    }

    /// The second part of a full name's family: `full`, `full-word` or `tag`.
    String fullName(Window window) {
        var first = window.first();
        if (first.tagged() && first.gap().endsWith("@")) {
            return "tag";
        }
        if (street(window)) {
            return "full-word";
        }
        var words = window.tokens().stream().allMatch(t -> ordinary.contains(t.text()));
        var name = window.capital() || window.reading().lowercase() && !words || whole(window);
        return name ? "full" : "full-word";
    }

    /// `along Hope Street`: a street rather than a person.
    private static boolean street(Window window) {
        var tokens = window.reading().tokens();
        var before = window.from() == 0 ? "" : tokens.get(window.from() - 1).text();
        return STREETS.contains(window.last().text()) && TOWARDS.contains(before);
    }

    /// One word that holds the whole name.
    private static boolean whole(Window window) {
        return window.single()
                && (window.first().tagged() || window.first().text().length() > LONG);
    }

    private boolean firstName(Window window) {
        var first = window.first();
        return first.capital() || window.reading().lowercase() && !ordinary.contains(first.text());
    }

    /// `am`, `is`, `to` are words, unless written as initials.
    private boolean initials(Window window) {
        return !window.single()
                || shouted(window)
                || window.reading().lowercase() && !ordinary.contains(window.first().text());
    }

    private static boolean shouted(Window window) {
        var token = window.first();
        return window.reading()
                .original()
                .substring(token.start(), token.end())
                .chars()
                .allMatch(Character::isUpperCase);
    }
}
