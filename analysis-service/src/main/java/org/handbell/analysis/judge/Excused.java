package org.handbell.analysis.judge;

import java.util.List;
import org.handbell.contract.Finding;

/// Looked at and let go: a rule held, and what excuses it applied.
///
/// @param clause that would have been claimed
/// @param rule that held
/// @param tried exemptions in the order in which they were looked at; the last one applied
/// @param hits what was seen where the rule looked
public record Excused(
        String clause, String rule, List<Finding.Exemption> tried, List<Finding.Hit> hits) {

    public Excused {
        tried = List.copyOf(tried);
        hits = List.copyOf(hits);
    }

    /// Name of the exemption that applied.
    public String exemption() {
        return tried.getLast().name();
    }
}
