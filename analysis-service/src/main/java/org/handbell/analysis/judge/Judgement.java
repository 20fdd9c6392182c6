package org.handbell.analysis.judge;

import java.util.List;
import org.handbell.contract.Finding;
import org.handbell.contract.Route;

/// What the analysis claims about one observed state of a post.
///
/// @param packId the pack it was judged by
/// @param findings at most one for each clause, gravest first
/// @param route where the claims should go
/// @param excused what was looked at and let go, with the reason
/// @param withdrawn low findings that a second opinion talked away, with its reason
public record Judgement(
        String packId,
        List<Finding> findings,
        List<Route> route,
        List<Excused> excused,
        List<Finding> withdrawn) {

    public Judgement {
        findings = List.copyOf(findings);
        route = List.copyOf(route);
        excused = List.copyOf(excused);
        withdrawn = List.copyOf(withdrawn);
    }
}
