package org.handbell.analysis.judge;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.CircumstancesDetector;
import org.handbell.analysis.detect.ContactDetector;
import org.handbell.analysis.detect.Detector;
import org.handbell.analysis.detect.HashedDetector;
import org.handbell.analysis.detect.LexiconDetector;
import org.handbell.analysis.detect.NamesDetector;
import org.handbell.analysis.judge.Candidates.Candidate;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.meaning.Script;
import org.handbell.analysis.policy.PolicyPack;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.policy.Scope;
import org.handbell.analysis.text.Deadline;
import org.handbell.analysis.text.OverdueException;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;
import org.handbell.contract.KeyedHash;

/// A pure function from a post, and what is known around it, to claims: read, detect, weigh the
/// candidate rules, look at what excuses them. The same input gives the same claims, to the letter,
/// whoever asks and whenever.
public final class Judge {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private final PolicyPacks packs;
    private final Meanings meanings;
    private final Bounds bounds;
    private final Map<String, List<Detector>> detectors = new HashMap<>();
    private final Map<String, Candidates> candidates = new HashMap<>();

    public Judge(PolicyPacks packs, KeyedHash hash) {
        this(packs, hash, Meanings.NONE, Bounds.USUAL);
    }

    /// @param meanings the model that reads posts for their meaning
    /// @param bounds how much of one post is judged
    public Judge(PolicyPacks packs, KeyedHash hash, Meanings meanings, Bounds bounds) {
        this.packs = packs;
        this.meanings = meanings;
        this.bounds = bounds;
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

    public PolicyPacks packs() {
        return packs;
    }

    /// Judges one observed state of a post by the pack in force when it was posted.
    ///
    /// @throws NotJudgedException where it goes beyond a bound
    public Judgement judge(Circumstances circumstances) {
        return judge(circumstances, bounds);
    }

    /// The same, in less time where less is left.
    ///
    /// @throws NotJudgedException where it goes beyond a bound
    public Judgement judge(Circumstances circumstances, Duration left) {
        return judge(circumstances, bounds.within(left));
    }

    /// The same for a post that was read before, by another judge for one.
    ///
    /// @throws NotJudgedException where it goes beyond a bound
    public Judgement judge(Circumstances circumstances, PostText read) {
        return bounded(circumstances, bounds, () -> read);
    }

    private Judgement judge(Circumstances circumstances, Bounds bounds) {
        return bounded(circumstances, bounds, () -> PostText.of(circumstances.post()));
    }

    private Judgement bounded(
            Circumstances circumstances, Bounds bounds, Supplier<PostText> reading) {
        var length = PostText.length(circumstances.post());
        if (length > bounds.characters()) {
            throw new NotJudgedException(
                    "longer than %,d characters".formatted(bounds.characters()));
        }
        try {
            return Deadline.within(
                    bounds.time(), () -> judged(circumstances, reading.get(), bounds));
        } catch (OverdueException e) {
            throw new NotJudgedException(
                    "took longer than %,d ms".formatted(bounds.time().toMillis()));
        }
    }

    private Judgement judged(Circumstances circumstances, PostText text, Bounds bounds) {
        var day = circumstances.post().postedAt().atZone(SCHOOL_TIME).toLocalDate();
        var pack = packs.on(day);
        var seen = Hits.over(text, circumstances, detectors.getOrDefault(pack.id(), List.of()));
        if (seen.size() > bounds.hits()) {
            throw new NotJudgedException("more than %,d hits".formatted(bounds.hits()));
        }
        var hits = meanings == Meanings.NONE ? seen : seen.meaning(meanings.of(seen.script()));
        var claims = new LinkedHashMap<String, Claim>();
        var excused = new ArrayList<Excused>();
        var rules = candidates.getOrDefault(pack.id(), Candidates.NONE);
        for (var candidate : hits.candidates(rules)) {
            if (on(candidate.rule(), circumstances)) {
                weigh(candidate, hits, claims, excused);
            }
        }
        return new Findings(pack, meanings.hashes(), circumstances).of(claims.values(), excused);
    }

    /// The post as the encoder reads it; for training, which must read as judging does.
    public Script script(Circumstances circumstances) {
        var post = circumstances.post();
        var pack = packs.on(post.postedAt().atZone(SCHOOL_TIME).toLocalDate());
        return Hits.over(
                        PostText.of(post),
                        circumstances,
                        detectors.getOrDefault(pack.id(), List.of()))
                .script();
    }

    private static boolean on(Rule rule, Circumstances circumstances) {
        return !rule.clause().optional() || circumstances.register().switchedOn(rule.clause().id());
    }

    private static void weigh(
            Candidate candidate, Hits hits, Map<String, Claim> claims, List<Excused> excused) {
        var rule = candidate.rule();
        for (var place : candidate.places()) {
            Deadline.check();
            var scope = hits.scope(place, rule);
            if (!rule.condition().holds(scope)) {
                continue;
            }
            var tried = tried(rule, scope);
            var clause = rule.clause().id();
            if (!tried.isEmpty() && tried.getLast().applied()) {
                excused.add(new Excused(clause, rule.id(), tried, hits.seen(place, rule)));
                continue;
            }
            var seen = new LinkedHashSet<>(hits.seen(place, rule));
            var confidence = rounded(rule.confidence() * hits.strength(place, rule));
            var claim = new Claim(rule, confidence, hits.spans(place, rule.show()), seen);
            if (claim.claimed()) {
                claims.merge(clause, claim, Claim::graver);
            }
        }
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 100) / 100.0;
    }

    /// Up to the first that applies.
    private static List<Finding.Exemption> tried(Rule rule, Scope scope) {
        var tried = new ArrayList<Finding.Exemption>();
        for (var exemption : rule.unless()) {
            var applied = exemption.condition().holds(scope);
            tried.add(new Finding.Exemption(exemption.name(), applied, exemption.why()));
            if (applied) {
                break;
            }
        }
        return tried;
    }
}
