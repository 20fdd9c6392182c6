package org.handbell.cases.casefile;

import java.util.List;
import org.handbell.cases.policy.Passages;
import org.jspecify.annotations.Nullable;

/// A case as its page shows it: words only.
///
/// @param tone `now`, `today` or `week`: it tints what is said in words anyway
/// @param due null once a person has decided
/// @param taken who took it on and when; null while nobody has
/// @param posts the newest state of each post
/// @param earlier the states before, and what was seen of a post that is gone
/// @param seen edits and deletions, a sentence each
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
        List<PostView> earlier,
        List<String> seen,
        String chain,
        boolean chainWhole,
        List<Line> timeline,
        List<Said> decisions,
        List<Answer> answers,
        boolean wordsNeeded,
        Moment moment) {

    /// What holds just now, for the person who looks.
    ///
    /// @param another who else has the card before them, in a sentence; null where nobody
    /// @param since token of one's own lock on the card; null where there is none
    /// @param undo until when one's own answer can be taken back; null where it cannot
    /// @param answered the latest answer, in a sentence; null where that is not why one is told
    /// @param investigation whether it is being looked into, or was
    /// @param childAtRisk whether a person found that a child may be at risk
    record Moment(
            @Nullable String another,
            @Nullable String since,
            @Nullable String undo,
            @Nullable String answered,
            boolean investigation,
            boolean childAtRisk) {}

    /// One state of a post.
    ///
    /// @param sees for each kind of thing how well the source sees it; empty where it did not say
    /// @param shielded whether a finding says that the law may protect what was said
    record PostView(
            String title,
            List<Line> facts,
            @Nullable String link,
            List<Field> fields,
            List<ClaimView> claims,
            List<String> truncated,
            List<Line> sees,
            List<String> cannotSee,
            List<Line> capture,
            boolean shielded) {}

    /// A field of the post, with the words that led to a claim marked.
    record Field(String label, boolean quoted, List<Marks.Segment> segments) {}

    /// One claim.
    ///
    /// @param passage the words of the trust's policy; null where none are known
    /// @param opinion what a language model of the trust made of it; null where none was asked
    record ClaimView(
            String clause,
            String title,
            Passages.@Nullable Passage passage,
            String why,
            String severity,
            String confidence,
            boolean advisory,
            List<String> exemptions,
            @Nullable String opinion) {}

    /// A label or time, and what it says.
    record Line(String label, String words) {}

    /// A decision.
    ///
    /// @param undone when it was taken back; null where it stands
    record Said(
            String who,
            String when,
            String outcome,
            String reason,
            String words,
            @Nullable String undone) {}

    /// An answer, and the reasons that go with it.
    ///
    /// @param reasons empty where the answer is its own reason
    record Answer(String value, String words, String hint, boolean gravest, List<Choice> reasons) {}

    /// Something to choose.
    record Choice(String value, String words) {}
}
