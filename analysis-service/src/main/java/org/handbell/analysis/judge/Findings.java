package org.handbell.analysis.judge;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.policy.Modality;
import org.handbell.analysis.policy.PolicyPack;
import org.handbell.contract.Finding;
import org.handbell.contract.Ids;
import org.handbell.contract.Route;

/// Makes findings out of claims, with all that they rest on, and says where they go.
final class Findings {

    private final PolicyPack pack;
    private final List<String> models;
    private final Circumstances circumstances;

    /// @param models SHA-256 of the models that were asked beside the pack's own
    Findings(PolicyPack pack, List<String> models, Circumstances circumstances) {
        this.pack = pack;
        this.models = models;
        this.circumstances = circumstances;
    }

    Judgement of(Collection<Claim> claims, List<Excused> excused) {
        if (claims.isEmpty()) {
            return new Judgement(pack.id(), List.of(), List.of(), excused, List.of());
        }
        var findings = claims.stream().sorted(Claim.ORDER.reversed()).map(this::finding).toList();
        return new Judgement(pack.id(), findings, route(claims), excused, List.of());
    }

    private Finding finding(Claim claim) {
        var rule = claim.rule();
        var clause = rule.clause();
        return new Finding(
                Ids.finding(circumstances.post().observationId(), clause.id(), pack.id()),
                clause.id(),
                rule.id(),
                rule.severity(),
                claim.confidence(),
                clause.modality() == Modality.ADVICE,
                rule.why(),
                List.copyOf(claim.spans()),
                rule.unless().stream()
                        .map(e -> new Finding.Exemption(e.name(), false, e.why()))
                        .toList(),
                explanation(claim));
    }

    private Finding.Explanation explanation(Claim claim) {
        return new Finding.Explanation(
                pack.id(),
                pack.hash(),
                Stream.concat(pack.models().stream(), models.stream()).distinct().toList(),
                claim.rule().clause().thresholds().tellFrom(),
                claim.hits().stream().limit(Finding.Explanation.MOST_HITS).toList(),
                null);
    }

    /// A governor's matter goes to governance instead of the disciplinary procedure.
    private List<Route> route(Collection<Claim> claims) {
        var route = EnumSet.noneOf(Route.class);
        claims.forEach(claim -> route.addAll(claim.rule().route()));
        if (circumstances.governor() && route.remove(Route.DISCIPLINARY)) {
            route.add(Route.GOVERNANCE);
        }
        return List.copyOf(route);
    }
}
