package org.handbell.cases.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The reference of a case, short enough to read out: `4K7P-XM`. Its letters and digits cannot be
/// taken for one another, and no part of it for a clause of the policy: what stands alone before
/// the dash is too long for one, what stands after it has no digit.
public record CaseNumber(String value) {

    static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
    static final String ALPHABET = "23456789" + LETTERS;
    private static final Pattern FORM =
            Pattern.compile("[" + ALPHABET + "]{4}-[" + LETTERS + "]{2}");

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
