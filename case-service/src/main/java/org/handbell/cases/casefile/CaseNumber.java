package org.handbell.cases.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The reference of a case, short enough to read out: `4K7P-2M`. Its letters and digits cannot be
/// taken for one another.
public record CaseNumber(String value) {

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM =
            Pattern.compile("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{2}");

    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case reference");
        }
    }

    /// The reference in what a person typed or followed; empty where it is none.
    public static Optional<CaseNumber> parse(String typed) {
        var upper = typed.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(upper).matches()
                ? Optional.of(new CaseNumber(upper))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
