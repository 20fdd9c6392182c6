package org.handbell.analysis.judge;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.handbell.analysis.policy.Rule;
import org.handbell.contract.Finding;
import org.handbell.contract.Severity;

/// A rule that fired, and where.
///
/// @param confidence how sure, 0 to 1
/// @param spans the words to show
/// @param hits what was seen where it looked
record Claim(Rule rule, double confidence, Set<Finding.Span> spans, Set<Finding.Hit> hits) {

    static final Comparator<Claim> ORDER =
            Comparator.<Claim, Severity>comparing(c -> c.rule().severity())
                    .thenComparing(Claim::confidence);

    /// Both under one clause: the words of both, by the graver rule, or the surer one.
    Claim graver(Claim other) {
        var graver = ORDER.compare(other, this) > 0 ? other : this;
        return new Claim(
                graver.rule,
                Math.max(confidence, other.confidence),
                both(spans, other.spans),
                both(hits, other.hits));
    }

    /// Sure enough to be claimed at all.
    boolean claimed() {
        return confidence >= rule.clause().thresholds().digestFrom();
    }

    private static <T> Set<T> both(Collection<T> some, Collection<T> more) {
        var both = new LinkedHashSet<>(some);
        both.addAll(more);
        return both;
    }
}
