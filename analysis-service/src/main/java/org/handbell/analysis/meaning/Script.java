package org.handbell.analysis.meaning;

import java.util.List;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// A post as the encoder reads it: who speaks and how in a few words, then every field. Whatever
/// the register knows by name stands there as what it is, `[pupil]`, `[colleague]`, `[supplier]`:
/// the encoder learns nobody's name, and reads each trust's posts alike.
///
/// @param pieces words and signs in order
public record Script(List<Piece> pieces) {

    public Script {
        pieces = List.copyOf(pieces);
    }

    /// A word or sign, and where it stands in the post.
    ///
    /// @param span null for words that are no part of the post
    /// @param sentence index of its sentence in the field; -1 outside a field
    public record Piece(String word, Finding.@Nullable Span span, int sentence) {}

    /// Writes a post down for the encoder.
    ///
    /// @param hits what the other detectors saw, field by field, in each by their first character
    /// @param consented the kinds of picture field that a recorded permission covers
    public static Script of(
            PostText text, Circumstances circumstances, List<Hit> hits, boolean consented) {
        return new ScriptWriter(hits).write(text, circumstances, consented);
    }
}
