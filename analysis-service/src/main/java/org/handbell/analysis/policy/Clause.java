package org.handbell.analysis.policy;

import java.util.List;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;

/// One numbered duty of the policy, in the pack's own words.
///
/// @param obligation what it asks, paraphrased
/// @param severity unless a rule says otherwise
/// @param route where a claim under it goes
/// @param optional true where a trust must switch it on in its register
/// @param thresholds how sure a claim under it must be
public record Clause(
        String id,
        String title,
        String obligation,
        Modality modality,
        Severity severity,
        List<Route> route,
        boolean optional,
        Thresholds thresholds) {

    public Clause {
        route = route == null ? List.of() : List.copyOf(route);
    }
}
