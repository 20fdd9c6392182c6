package org.handbell.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim by the machine that a post may breach a clause. Never a judgement: a person decides.
///
/// @param findingId derived from observation, clause and pack
/// @param clause clause id of the policy: `E3`, `C2`
/// @param rule the rule of the policy pack that made the claim
/// @param confidence how sure, 0 to 1
/// @param advisory true where the clause is advice: it may tip or join a case, never open one
/// @param why one sentence that a teacher understands
/// @param spans the words that led to it; may be empty where a whole picture or profile did
/// @param exemptions what was looked at that could have excused it, and did not
/// @param explanation what it rests on; null where an older writer did not say
public record Finding(
        String findingId,
        String clause,
        String rule,
        Severity severity,
        double confidence,
        boolean advisory,
        String why,
        List<Span> spans,
        List<Exemption> exemptions,
        @Nullable Explanation explanation) {

    public Finding {
        Require.text(findingId, "findingId");
        Require.text(clause, "clause");
        Require.text(rule, "rule");
        Require.present(severity, "severity");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in 0 to 1");
        }
        Require.text(why, "why");
        spans = Require.listed(spans);
        exemptions = Require.listed(exemptions);
    }

    /// A finding whose writer gave no explanation.
    public Finding(
            String findingId,
            String clause,
            String rule,
            Severity severity,
            double confidence,
            boolean advisory,
            String why,
            List<Span> spans,
            List<Exemption> exemptions) {
        this(findingId, clause, rule, severity, confidence, advisory, why, spans, exemptions, null);
    }

    /// Whether it may open a case: grave enough, sure enough, and more than advice.
    public boolean mayOpenCase() {
        var sure = explanation == null || confidence >= explanation.tellFrom();
        return severity.opensCase() && sure && !advisory;
    }

    /// The same finding, explained anew.
    public Finding explained(Explanation explanation) {
        return new Finding(
                findingId,
                clause,
                rule,
                severity,
                confidence,
                advisory,
                why,
                spans,
                exemptions,
                explanation);
    }

    /// A stretch of a field of the post, in UTF-16 characters, end exclusive.
    ///
    /// @param field `text`, `media[0].alt`, `media[0].ocr`, `of.text`, `pollOptions[1]`, `links[0]`
    public record Span(String field, int start, int end) {

        public Span {
            Require.text(field, "span.field");
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("span " + start + ".." + end + " is no stretch");
            }
        }
    }

    /// Context that would lawfully excuse a hit, and whether it did.
    public record Exemption(String name, boolean applied, @Nullable String why) {

        public Exemption {
            Require.text(name, "exemption.name");
        }
    }

    /// What a finding rests on, frozen with it: with the same pack, models and post, the same is
    /// found again, to the letter.
    ///
    /// @param pack id of the policy pack
    /// @param packHash SHA-256 over all that the pack says, as hex
    /// @param models SHA-256 of the learned models that were asked, as hex; empty where none were
    /// @param tellFrom the confidence from which the pack has a person told; below it, the finding
    ///   waits in the digest
    /// @param hits what was seen where the rule looked, in the order of the post; the most telling
    ///   {@value #MOST_HITS} at most
    /// @param secondOpinion what a language model made of it; null where none was asked
    public record Explanation(
            String pack,
            String packHash,
            List<String> models,
            double tellFrom,
            List<Hit> hits,
            @Nullable SecondOpinion secondOpinion) {

        /// Most hits that are kept with a finding.
        public static final int MOST_HITS = 40;

        public Explanation {
            Require.text(pack, "explanation.pack");
            Require.text(packHash, "explanation.packHash");
            models = Require.listed(models);
            hits = Require.listed(hits);
        }

        /// The same, with a second opinion.
        public Explanation with(SecondOpinion opinion) {
            return new Explanation(pack, packHash, models, tellFrom, hits, opinion);
        }
    }

    /// Something that a detector saw.
    ///
    /// @param family what: `pupil.full`, `channel.private`
    /// @param span where; empty where a whole picture or profile is meant
    public record Hit(String family, Span span) {

        public Hit {
            Require.text(family, "hit.family");
            Require.present(span, "hit.span");
        }
    }

    /// What a language model of the trust made of a post, beside the rules. It never decides.
    ///
    /// @param model its name, as the trust configured it
    /// @param reason its own words, cut to {@value #LONGEST_REASON} characters
    public record SecondOpinion(String model, Verdict verdict, String reason) {

        /// Longest reason that is kept, in UTF-16 characters.
        public static final int LONGEST_REASON = 400;

        public SecondOpinion {
            Require.text(model, "secondOpinion.model");
            Require.present(verdict, "secondOpinion.verdict");
            Require.text(reason, "secondOpinion.reason");
        }
    }

    /// What a second opinion did to a finding.
    public enum Verdict {
        /// The rules had found it, and the model agrees.
        CONFIRMED,
        /// The rules had found it, and the model doubts it; it stands.
        DOUBTED,
        /// The model alone found it: a suggestion, of low severity.
        ADDED,
        /// A low one that the model talked away; it is recorded and not passed on.
        WITHDRAWN
    }
}
