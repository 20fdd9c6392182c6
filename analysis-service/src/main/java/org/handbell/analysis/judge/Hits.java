package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Detector;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.meaning.Script;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.policy.Scope;
import org.handbell.analysis.text.Deadline;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.Finding;

/// All hits of one post, and what a rule may ask about them sentence by sentence.
final class Hits {

    private static final Set<String> WHOLE_STAFF = Set.of("staff.full", "staff.titled");
    private static final Set<String> PARTS =
            Set.of(
                    "pupil.first",
                    "pupil.identified",
                    "former.first",
                    "former.identified",
                    "own.first",
                    "own.identified",
                    "staff.first");
    private static final Set<String> PLACES = Set.of("pupil.class", "pupil.year");

    private final Circumstances circumstances;
    private final PostText text;
    private final List<Hit> all;
    private final Set<String> families;
    private final Meaning meaning;
    private final Set<String> allFamilies;
    private final Map<Place, Surroundings> surroundings = new HashMap<>();

    private Hits(PostText text, Circumstances circumstances, List<Hit> all, Meaning meaning) {
        this.text = text;
        this.meaning = meaning;
        this.circumstances = circumstances;
        this.all = all;
        this.families = new HashSet<>();
        this.allFamilies = new HashSet<>();
        for (var hit : all) {
            allFamilies.add(hit.family());
            if (!hit.field().equals(PostText.AUTHOR)) {
                families.add(hit.family());
            }
        }
    }

    /// Below this a head's word is no hit, 0 to 1.
    private static final double FAINTEST = 0.1;

    /// A sentence of a field.
    record Place(String field, int sentence) {}

    /// In the order of the post, whatever order the detectors have: what is written down about a
    /// post must be the same each time.
    private static final Comparator<Hit> ORDER =
            Comparator.comparing(Hit::field)
                    .thenComparing(hit -> hit.span().start())
                    .thenComparing(hit -> hit.span().end())
                    .thenComparing(Hit::family)
                    .thenComparing(hit -> String.valueOf(hit.entry()))
                    .thenComparing(Hit::sentence)
                    .thenComparing(Hit::strength);

    /// Families hit in a sentence, and near it: the same for all rules that look there.
    private record Surroundings(Set<String> at, Set<String> near) {}

    static Hits over(PostText text, Circumstances circumstances, List<Detector> detectors) {
        var all = new ArrayList<Hit>();
        for (var detector : detectors) {
            all.addAll(detector.over(text, circumstances));
        }
        all.sort(ORDER);
        return new Hits(text, circumstances, withoutOverlaps(all), Meaning.UNREAD);
    }

    /// The same hits, and beside them one for each clause that the post may mean to breach, where
    /// the model looked most.
    Hits meaning(Meaning meaning) {
        var more = new ArrayList<>(all);
        for (var clause : Meaning.CLAUSES) {
            var place = meaning.places().get(clause);
            if (place != null && meaning.sure(clause) >= FAINTEST) {
                more.add(hit(clause, place, meaning.sure(clause)));
            }
        }
        more.sort(ORDER);
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
                .filter(hit -> at(hit, place) && rule.when().contains(hit.family()))
                .mapToDouble(Hit::strength)
                .max()
                .orElse(0);
    }

    int size() {
        return all.size();
    }

    /// A pupil's first name inside a colleague's full name tells no pupil.
    private static List<Hit> withoutOverlaps(List<Hit> all) {
        var staff = new ArrayList<Hit>();
        for (var hit : all) {
            if (WHOLE_STAFF.contains(hit.family())) {
                staff.add(hit);
            }
        }
        return staff.isEmpty()
                ? all
                : all.stream()
                        .filter(h -> !PARTS.contains(h.family()) || !covered(h, staff))
                        .toList();
    }

    private static boolean covered(Hit part, List<Hit> staff) {
        return staff.stream().anyMatch(whole -> covers(whole, part));
    }

    private static boolean covers(Hit wide, Hit narrow) {
        Deadline.check();
        return wide.overlaps(narrow)
                && wide.span().end() - wide.span().start()
                        > narrow.span().end() - narrow.span().start();
    }

    /// The rules that one of these hits makes look.
    List<Rule> candidates(Candidates rules) {
        return rules.of(allFamilies);
    }

    /// The post as the encoder reads it.
    Script script() {
        return Script.of(text, circumstances, all, consented());
    }

    /// Whether a recorded permission covers the picture; for what the model says of the post as a
    /// whole, any picture of it.
    private boolean consented(Place place, Rule rule) {
        return rule.when().stream().allMatch(family -> family.startsWith(Meaning.FAMILY))
                ? consented()
                : new Consents(circumstances).cover(entries(place), text, place.field());
    }

    /// Whether a recorded permission covers a picture of the post.
    private boolean consented() {
        var consents = new Consents(circumstances);
        return text.readings().stream()
                .map(reading -> new Place(reading.field(), 0))
                .filter(place -> place.field().startsWith("media"))
                .anyMatch(place -> consents.cover(entries(place), text, place.field()));
    }

    /// The sentences in which a rule has a candidate.
    Collection<Place> places(Rule rule) {
        var places = new LinkedHashSet<Place>();
        for (var hit : all) {
            if (rule.when().contains(hit.family()) && rule.reads(kind(hit.field()))) {
                places.add(new Place(hit.field(), hit.sentence()));
            }
        }
        return places;
    }

    Scope scope(Place place, Rule rule) {
        var around = surroundings.computeIfAbsent(place, this::surroundings);
        return new Scope(
                around.at(), around.near(), families, kind(place.field()), frame(place, rule));
    }

    private Surroundings surroundings(Place place) {
        return new Surroundings(in(hit -> at(hit, place)), in(hit -> near(hit, place)));
    }

    /// The words to show: those in the sentence, and where there are none those near it.
    Set<Finding.Span> spans(Place place, Set<String> show) {
        var spans = new LinkedHashSet<Finding.Span>();
        for (var hit : all) {
            var span = hit.span();
            if (show.contains(hit.family())
                    && near(hit, place)
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
                .filter(hit -> near(hit, place) && !hit.field().equals(PostText.AUTHOR))
                .sorted(Comparator.comparing(hit -> !asked(hit, rule)))
                .map(hit -> new Finding.Hit(hit.family(), hit.span()))
                .distinct()
                .limit(Finding.Explanation.MOST_HITS)
                .toList();
    }

    private static boolean asked(Hit hit, Rule rule) {
        return rule.when().contains(hit.family()) || rule.show().contains(hit.family());
    }

    private Set<String> in(Predicate<Hit> where) {
        var families = new HashSet<String>();
        for (var hit : all) {
            if (where.test(hit)) {
                families.add(hit.family());
            }
        }
        return families;
    }

    private static boolean at(Hit hit, Place place) {
        return hit.field().equals(place.field()) && hit.sentence() == place.sentence();
    }

    private static boolean near(Hit hit, Place place) {
        if (place.field().startsWith("media")) {
            return medium(hit.field()).equals(medium(place.field()));
        }
        return hit.field().equals(place.field())
                && Math.abs(hit.sentence() - place.sentence()) <= 1;
    }

    private static String medium(String field) {
        var dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }

    static String kind(String field) {
        return PostText.kind(field);
    }

    private Frame frame(Place place, Rule rule) {
        return new Frame(
                circumstances,
                meaning,
                rule.clause().id(),
                () -> consented(place, rule),
                () -> permitted(rule.clause().id()));
    }

    private Set<String> entries(Place place) {
        var entries = new HashSet<String>();
        for (var hit : all) {
            if (near(hit, place) && hit.family().startsWith("pupil.") && hit.entry() != null) {
                if (Set.of("pupil.full", "pupil.identified", "pupil.tag").contains(hit.family())) {
                    entries.add(hit.entry());
                }
            }
        }
        return entries;
    }

    /// The clause itself where senior leadership agreed an exception for the author, else nothing.
    private List<String> permitted(String clause) {
        var day = circumstances.schoolTime().toLocalDate();
        return circumstances
                .register()
                .permissions()
                .filter(p -> p.clause().equals(clause))
                .filter(p -> p.staffId().equals(circumstances.authorId()))
                .filter(p -> !day.isAfter(p.until()))
                .filter(p -> p.pupilId() == null || onlyPupil(p.pupilId()))
                .map(p -> "agreed")
                .distinct()
                .toList();
    }

    private boolean onlyPupil(String pupilId) {
        return all.stream()
                .filter(hit -> hit.family().startsWith("pupil.") && hit.entry() != null)
                .filter(hit -> !PLACES.contains(hit.family()))
                .allMatch(hit -> pupilId.equals(hit.entry()));
    }
}
