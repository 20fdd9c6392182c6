package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Detector;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.judge.Candidates.Candidate;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.meaning.Script;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.policy.Scope;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;

/// All hits of one post, and what a rule may ask about them sentence by sentence.
final class Hits {

    /// Below this a head's word is no hit, 0 to 1.
    private static final double FAINTEST = 0.1;

    private final Circumstances circumstances;
    private final PostText text;
    private final List<Hit> all;
    private final Set<String> families;
    private final Meaning meaning;
    private final Agreements agreements;
    private final Map<Place, Surroundings> surroundings = new HashMap<>();

    private Hits(PostText text, Circumstances circumstances, List<Hit> all, Meaning meaning) {
        this.text = text;
        this.meaning = meaning;
        this.circumstances = circumstances;
        this.all = all;
        this.agreements = new Agreements(circumstances, text, all);
        this.families = new FamiliesThere(all, hit -> !hit.field().equals(PostText.AUTHOR));
    }

    /// Families hit in a sentence, and near it: the same for all rules that look there.
    private record Surroundings(Set<String> at, Set<String> near) {}

    static Hits over(PostText text, Circumstances circumstances, List<Detector> detectors) {
        var all = new ArrayList<Hit>();
        for (var detector : detectors) {
            all.addAll(detector.over(text, circumstances));
        }
        all.sort(HitOrder.OF_THE_POST);
        return new Hits(text, circumstances, Overlaps.without(all), Meaning.UNREAD);
    }

    /// The same hits, and beside them one for each clause that the post may mean to breach, where
    /// the model looked most.
    Hits meaning(Meaning meaning) {
        if (!meaning.read()) {
            return this;
        }
        var more = new ArrayList<>(all);
        for (var clause : Meaning.CLAUSES) {
            var place = meaning.places().get(clause);
            if (place != null && meaning.sure(clause) >= FAINTEST) {
                more.add(hit(clause, place, meaning.sure(clause)));
            }
        }
        more.sort(HitOrder.OF_THE_POST);
        return new Hits(text, circumstances, more, meaning);
    }

    private static Hit hit(String clause, Meaning.Place place, double sure) {
        var span =
                place.spans().isEmpty()
                        ? new Finding.Span(place.field(), 0, 0)
                        : place.spans().getFirst();
        return new Hit(Meaning.family(clause), span, place.sentence(), sure, null);
    }

    /// How strong the strongest hit is that makes a sentence a rule's candidate, 0 to 1.
    double strength(Place place, Rule rule) {
        return all.stream()
                .filter(hit -> place.at(hit) && rule.when().contains(hit.family()))
                .mapToDouble(Hit::strength)
                .max()
                .orElse(0);
    }

    int size() {
        return all.size();
    }

    /// The rules that one of these hits makes look, and where.
    List<Candidate> candidates(Candidates rules) {
        return rules.of(all);
    }

    /// The post as the encoder reads it.
    Script script() {
        var consented = !circumstances.post().media().isEmpty() && agreements.consented();
        return Script.of(text, circumstances, all, consented);
    }

    Scope scope(Place place, Rule rule) {
        var around = surroundings.computeIfAbsent(place, this::surroundings);
        return new Scope(
                around.at(),
                around.near(),
                families,
                PostText.kind(place.field()),
                frame(place, rule));
    }

    private Surroundings surroundings(Place place) {
        return new Surroundings(
                new FamiliesThere(all, place::at), new FamiliesThere(all, place::near));
    }

    /// The words to show: those in the sentence, and where there are none those near it.
    Set<Finding.Span> spans(Place place, Set<String> show) {
        var spans = new LinkedHashSet<Finding.Span>();
        for (var hit : all) {
            var span = hit.span();
            if (show.contains(hit.family())
                    && place.near(hit)
                    && span.end() > span.start()
                    && !span.field().equals(PostText.AUTHOR)) {
                spans.add(span);
            }
        }
        return spans;
    }

    /// What a rule saw in a place, each once: first what it waited for and shows, then what stood
    /// beside.
    List<Finding.Hit> seen(Place place, Rule rule) {
        return all.stream()
                .filter(hit -> place.near(hit) && !hit.field().equals(PostText.AUTHOR))
                .sorted(Comparator.comparing(hit -> !asked(hit, rule)))
                .map(hit -> new Finding.Hit(hit.family(), hit.span()))
                .distinct()
                .limit(Finding.Explanation.MOST_HITS)
                .toList();
    }

    private static boolean asked(Hit hit, Rule rule) {
        return rule.when().contains(hit.family()) || rule.show().contains(hit.family());
    }

    private Frame frame(Place place, Rule rule) {
        return new Frame(
                circumstances,
                meaning,
                rule.clause().id(),
                () -> agreements.consented(place, rule),
                () -> agreements.permitted(rule.clause().id()));
    }
}
