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
public record Finding(
        String findingId,
        String clause,
        String rule,
        Severity severity,
        double confidence,
        boolean advisory,
        String why,
        List<Span> spans,
        List<Exemption> exemptions) {

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
}
