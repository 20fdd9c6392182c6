package org.handbell.cases.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A date as people write it: `27 3 2026`, `27/3/2026`, `27 March 2026`, `27 Mar 2026`,
/// `2026-03-27`.
final class TypedDate {

    private static final List<DateTimeFormatter> FORMS =
            List.of(form("d M uuuu"), form("d MMM uuuu"), form("d MMMM uuuu"), form("uuuu M d"));

    private TypedDate() {}

    /// Empty where it is no date.
    static Optional<LocalDate> parse(String typed) {
        var words = typed.strip().replaceAll("[\\s./,-]+", " ").replaceAll("(?i)\\bsept\\b", "Sep");
        return FORMS.stream().flatMap(form -> parse(words, form).stream()).findFirst();
    }

    private static Optional<LocalDate> parse(String words, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(words, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// English months by their usual three letters, whatever the language of the machine.
    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
