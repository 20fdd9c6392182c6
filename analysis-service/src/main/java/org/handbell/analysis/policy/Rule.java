package org.handbell.analysis.policy;

import java.util.List;
import java.util.Set;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;

/// From hits to a claim under one clause.
///
/// @param when families of hits that make a sentence a candidate; only candidates are evaluated
/// @param fields kinds of field it reads; empty reads all
/// @param severity how grave if true
/// @param route where a claim of this rule goes
/// @param why the sentence that a teacher reads
/// @param unless what excuses it, in the order it is looked at
/// @param show families whose words are shown
public record Rule(
        String id,
        Clause clause,
        Set<String> when,
        Set<String> fields,
        Condition condition,
        Severity severity,
        List<Route> route,
        double confidence,
        String why,
        List<Exemption> unless,
        Set<String> show) {

    /// Context that lawfully excuses a hit.
    public record Exemption(String name, Condition condition, String why) {}

    /// Whether the rule looks at such a field.
    public boolean reads(String field) {
        return fields.isEmpty() ? !field.equals(PostText.AUTHOR) : fields.contains(field);
    }
}
