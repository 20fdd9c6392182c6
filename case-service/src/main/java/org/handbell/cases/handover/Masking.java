package org.handbell.cases.handover;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Leaves out who is not concerned: names that are given, addresses, telephone numbers and names on
/// platforms. What was left out is marked, so that nobody takes the rest for the whole.
final class Masking implements UnaryOperator<String> {

    private static final String LEFT_OUT = "[name left out]";
    private static final Pattern E_MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}");
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\p{L}\\p{N}/])@[\\p{L}\\p{N}_.@-]{2,}");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:\\+44|0)[\\d ()-]{8,14}\\d");
    private static final int SHORTEST_NAME = 2;

    private final List<Pattern> names;

    /// @param names of people, as they are written
    Masking(Collection<String> names) {
        this.names =
                names.stream()
                        .map(String::strip)
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Masking::pattern)
                        .toList();
    }

    /// Whatever stands between the parts of a name, and not within a longer word.
    private static Pattern pattern(String name) {
        var parts =
                List.of(name.split("\\s+")).stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + parts + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public String apply(String text) {
        var left = text;
        for (var name : names) {
            left = name.matcher(left).replaceAll(LEFT_OUT);
        }
        left = HANDLE.matcher(left).replaceAll("[account left out]");
        left = E_MAIL.matcher(left).replaceAll("[address left out]");
        return PHONE.matcher(left).replaceAll("[number left out]");
    }
}
