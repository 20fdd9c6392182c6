package org.handbell.cases.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as its page shows it: words only.
///
/// @param tone `now`, `today` or `week`: it tints what is said in words anyway
/// @param due null once a person has decided
/// @param taken who took it on and when; null while nobody has
/// @param answers the answers that are possible from here; empty where the case has ended
/// @param wordsNeeded whether an answer needs words of one's own
record CaseView(
        String reference,
        long version,
        String tone,
        @Nullable String due,
        String severity,
        String type,
        String state,
        String school,
        String subject,
        String opened,
        @Nullable String taken,
        boolean mayTake,
        boolean unreachable,
        List<PostView> posts,
        String chain,
        boolean chainWhole,
        List<Line> timeline,
        List<Said> decisions,
        List<Choice> answers,
        List<Choice> reasons,
        boolean wordsNeeded) {

    /// One state of a post.
    ///
    /// @param sees for each kind of thing how well the source sees it; empty where it did not say
    record PostView(
            String title,
            List<Line> facts,
            @Nullable String link,
            List<Field> fields,
            List<ClaimView> claims,
            List<String> truncated,
            List<Line> sees,
            List<String> cannotSee,
            List<Line> capture) {}

    /// A field of the post, with the words that led to a claim marked.
    record Field(String label, boolean quoted, List<Marks.Segment> segments) {}

    /// One claim.
    ///
    /// @param opinion what a language model of the trust made of it; null where none was asked
    record ClaimView(
            String clause,
            String title,
            String why,
            String severity,
            String confidence,
            boolean advisory,
            List<String> exemptions,
            @Nullable String opinion) {}

    /// A label or time, and what it says.
    record Line(String label, String words) {}

    /// A decision.
    record Said(String who, String when, String outcome, String reason, String words) {}

    /// Something to choose.
    record Choice(String value, String words, String hint) {}
}
