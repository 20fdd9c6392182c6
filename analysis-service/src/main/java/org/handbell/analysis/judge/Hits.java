package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.Collection;
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
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.policy.Scope;
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
    private final Set<String> allFamilies;
    private final Map<Place, Surroundings> surroundings = new HashMap<>();

    private Hits(PostText text, Circumstances circumstances, List<Hit> all) {
        this.text = text;
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

    /// A sentence of a field.
    record Place(String field, int sentence) {}

    /// Families hit in a sentence, and near it: the same for all rules that look there.
    private record Surroundings(Set<String> at, Set<String> near) {}

    static Hits over(PostText text, Circumstances circumstances, List<Detector> detectors) {
        var all = new ArrayList<Hit>();
        for (var detector : detectors) {
            all.addAll(detector.over(text, circumstances));
        }
        return new Hits(text, circumstances, withoutOverlaps(all));
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
        return wide.overlaps(narrow)
                && wide.span().end() - wide.span().start()
                        > narrow.span().end() - narrow.span().start();
    }

    /// The rules that one of these hits makes look.
    List<Rule> candidates(Candidates rules) {
        return rules.of(allFamilies);
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
                () -> new Consents(circumstances).cover(entries(place), text, place.field()),
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
