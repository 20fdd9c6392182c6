package org.handbell.cases.exhibits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a case rests on, as its page shows it: words only.
///
/// @param check what a walk along the chain found just now
/// @param holds whether the chain is whole
/// @param pointers where the posts are, where nothing else of them may be shown
record Evidence(
        String reference,
        boolean pointer,
        String check,
        boolean holds,
        List<Link> chain,
        List<Place> pointers,
        List<Look> looks) {

    /// One exhibit.
    ///
    /// @param before the link it is chained to; null for the first
    /// @param original as the platform gave it; null where there is none to show
    record Link(
            long number,
            String title,
            String recorded,
            List<Fact> facts,
            List<Fact> words,
            List<String> cannotSee,
            String hash,
            @Nullable String before,
            @Nullable String original) {}

    /// A label and what it says.
    record Fact(String label, String words) {}

    /// Where a post is.
    record Place(List<Fact> facts) {}

    /// Somebody looked at the case.
    ///
    /// @param stillMay whether they may see it as things stand
    record Look(String who, String what, String when, boolean stillMay) {}
}
