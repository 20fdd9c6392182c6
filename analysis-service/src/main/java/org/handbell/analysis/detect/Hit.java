package org.handbell.analysis.detect;

import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// Where a detector saw something. A hit claims nothing; rules do.
///
/// @param family what was seen: `pupil.identified`, `contact.phone`, `supplier.full`
/// @param span the words, in the original
/// @param sentence index of the sentence in its field
/// @param strength how sure, 0 to 1
/// @param entry the register entry it stands for; null where it stands for none
public record Hit(
        String family, Finding.Span span, int sentence, double strength, @Nullable String entry) {

    public String field() {
        return span.field();
    }

    /// Whether any letter belongs to both.
    public boolean overlaps(Hit other) {
        return field().equals(other.field())
                && span.start() < other.span().end()
                && other.span().start() < span.end();
    }
}
