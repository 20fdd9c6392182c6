package org.handbell.analysis.backtest;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// One post under both packs.
///
/// @param postId its id; names nobody's words
/// @param running findings by clause, of the pack in force when it was posted
/// @param candidate findings by clause, of the candidate
/// @param words what stands in each field; empty unless words are asked for
/// @param trouble why it was not compared; null where it was
record Compared(
        String postId,
        Map<String, Finding> running,
        Map<String, Finding> candidate,
        Map<String, String> words,
        @Nullable String trouble) {

    /// No post at all: the note that one was deleted.
    static final Compared NOTHING = new Compared("", Map.of(), Map.of(), Map.of(), null);

    static Compared not(String postId, String trouble) {
        return new Compared(postId, Map.of(), Map.of(), Map.of(), trouble);
    }

    /// The words of a finding as an example shows them: where they stand, and what they are where
    /// that is asked for.
    List<String> places(Finding finding) {
        return finding.spans().stream().limit(3).map(this::place).toList();
    }

    private String place(Finding.Span span) {
        var place = "%s %d..%d".formatted(span.field(), span.start(), span.end());
        var field = words.get(span.field());
        return field == null
                ? place
                : place + " “" + field.substring(span.start(), span.end()) + "”";
    }
}
