package org.handbell.analysis.judge;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.CircumstancesDetector;
import org.handbell.analysis.detect.ContactDetector;
import org.handbell.analysis.detect.Detector;
import org.handbell.analysis.detect.HashedDetector;
import org.handbell.analysis.detect.LexiconDetector;
import org.handbell.analysis.detect.NamesDetector;
import org.handbell.analysis.policy.PolicyPack;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;
import org.handbell.contract.Ids;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.Route;

/// A pure function from a post, and what is known around it, to claims: read, detect, weigh the
/// candidate rules, look at what excuses them. The same input gives the same claims, whoever asks
/// and whenever.
public final class Judge {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private final PolicyPacks packs;
    private final Map<String, List<Detector>> detectors = new HashMap<>();
    private final Map<String, Candidates> candidates = new HashMap<>();

    public Judge(PolicyPacks packs, KeyedHash hash) {
        this.packs = packs;
        packs.all().forEach(pack -> detectors.put(pack.id(), detectors(pack, hash)));
        packs.all().forEach(pack -> candidates.put(pack.id(), new Candidates(pack.rules())));
    }

    private static List<Detector> detectors(PolicyPack pack, KeyedHash hash) {
        var pupils = new HashedDetector(hash, pack.words("ordinary"));
        return List.of(
                new LexiconDetector(pack.book()),
                new NamesDetector(pack.words("elsewhere")),
                pupils,
                new ContactDetector(),
                new CircumstancesDetector(pupils));
    }

    /// Judges one observed state of a post by the pack in force when it was posted.
    public Judgement judge(Circumstances circumstances) {
        var post = circumstances.post();
        var pack = packs.on(post.postedAt().atZone(SCHOOL_TIME).toLocalDate());
        var text = PostText.of(post);
        var hits = Hits.over(text, circumstances, detectors.getOrDefault(pack.id(), List.of()));
        var claims = new LinkedHashMap<String, Claim>();
        var excused = new ArrayList<String>();
        for (var rule : hits.candidates(candidates.getOrDefault(pack.id(), Candidates.NONE))) {
            if (on(rule, circumstances)) {
                weigh(rule, hits, claims, excused);
            }
        }
        return judgement(pack, claims, excused, circumstances);
    }

    private static boolean on(Rule rule, Circumstances circumstances) {
        return !rule.clause().optional() || circumstances.register().switchedOn(rule.clause().id());
    }

    private static void weigh(
            Rule rule, Hits hits, Map<String, Claim> claims, List<String> excused) {
        for (var place : hits.places(rule)) {
            var scope = hits.scope(place, rule);
            if (!rule.condition().holds(scope)) {
                continue;
            }
            var excuse = rule.unless().stream().filter(e -> e.condition().holds(scope)).findFirst();
            if (excuse.isPresent()) {
                excused.add(excuse.get().name());
            } else {
                claims.merge(
                        rule.clause().id(),
                        new Claim(rule, hits.spans(place, rule.show())),
                        Claim::graver);
            }
        }
    }

    /// A rule that fired, and where.
    private record Claim(Rule rule, Set<Finding.Span> spans) {

        Claim graver(Claim other) {
            var both = new java.util.LinkedHashSet<>(spans);
            both.addAll(other.spans);
            var graver = ORDER.compare(other, this) > 0 ? other.rule : rule;
            return new Claim(graver, both);
        }

        private static final Comparator<Claim> ORDER =
                Comparator.<Claim, org.handbell.contract.Severity>comparing(
                                c -> c.rule().severity())
                        .thenComparing(c -> c.rule().confidence());
    }

    private static Judgement judgement(
            PolicyPack pack,
            Map<String, Claim> claims,
            List<String> excused,
            Circumstances circumstances) {
        var findings =
                claims.values().stream()
                        .sorted(Claim.ORDER.reversed())
                        .map(claim -> finding(claim, pack, circumstances))
                        .toList();
        return new Judgement(pack.id(), findings, route(claims, circumstances), excused);
    }

    private static Finding finding(Claim claim, PolicyPack pack, Circumstances circumstances) {
        var rule = claim.rule();
        var clause = rule.clause();
        return new Finding(
                Ids.finding(circumstances.post().observationId(), clause.id(), pack.id()),
                clause.id(),
                rule.id(),
                rule.severity(),
                rule.confidence(),
                clause.modality() == org.handbell.analysis.policy.Modality.ADVICE,
                rule.why(),
                List.copyOf(claim.spans()),
                rule.unless().stream()
                        .map(e -> new Finding.Exemption(e.name(), false, e.why()))
                        .toList());
    }

    /// A governor's matter goes to governance instead of the disciplinary procedure.
    private static List<Route> route(Map<String, Claim> claims, Circumstances circumstances) {
        var route = EnumSet.noneOf(Route.class);
        claims.values().forEach(claim -> route.addAll(claim.rule().clause().route()));
        if (circumstances.governor() && route.remove(Route.DISCIPLINARY)) {
            route.add(Route.GOVERNANCE);
        }
        return List.copyOf(route);
    }
}
