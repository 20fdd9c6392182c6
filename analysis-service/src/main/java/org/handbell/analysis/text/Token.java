package org.handbell.analysis.text;

import org.jspecify.annotations.Nullable;

/// One word, number or emoji of a field, folded; its place is in the original.
///
/// @param text folded: no case, no diacritics, no apostrophes
/// @param meant the word behind a disguise such as `l4rch`; null where there is none
/// @param start first UTF-16 character in the original
/// @param end end in the original, exclusive
/// @param capital whether it starts with a capital letter in the original
/// @param gap what stands between the previous word and this one in the original
/// @param sentence index of its sentence in the field
public record Token(
        String text,
        @Nullable String meant,
        int start,
        int end,
        boolean capital,
        String gap,
        int sentence) {

    /// The word behind the disguise, or the word itself.
    public String plain() {
        return meant == null ? text : meant;
    }

    /// Whether it is a handle or a hashtag, or starts one.
    public boolean tagged() {
        return gap.endsWith("@") || gap.endsWith("#");
    }
}
