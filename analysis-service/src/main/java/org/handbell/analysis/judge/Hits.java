package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private final Circumstances circumstances;
    private final PostText text;
    private final List<Hit> all;
    private final Set<String> families;
    private final Meaning meaning;

    private Hits(PostText text, Circumstances circumstances, List<Hit> all, Meaning meaning) {
        this.text = text;
        this.meaning = meaning;
        this.circumstances = circumstances;
        this.all = all;
        this.families =
                all.stream()
                        .filter(hit -> !hit.field().equals(PostText.AUTHOR))
                        .map(Hit::family)
                        .collect(Collectors.toSet());
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

    static Hits over(PostText text, Circumstances circumstances, List<Detector> detectors) {
        var all = new ArrayList<Hit>();
        detectors.forEach(detector -> all.addAll(detector.over(text, circumstances)));
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
        var staff =
                all.stream()
                        .filter(h -> Set.of("staff.full", "staff.titled").contains(h.family()))
                        .toList();
        return all.stream()
                .filter(h -> !pupilName(h) || staff.stream().noneMatch(s -> covers(s, h)))
                .toList();
    }

    private static boolean pupilName(Hit hit) {
        return hit.family().matches("(pupil|former|own)\\.(first|identified)|staff\\.first");
    }

    private static boolean covers(Hit wide, Hit narrow) {
        Deadline.check();
        return wide.overlaps(narrow)
                && wide.span().end() - wide.span().start()
                        > narrow.span().end() - narrow.span().start();
    }

    boolean any(Set<String> wanted) {
        return all.stream().anyMatch(hit -> wanted.contains(hit.family()));
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
    List<Place> places(Rule rule) {
        return all.stream()
                .filter(hit -> rule.when().contains(hit.family()))
                .filter(hit -> rule.reads(kind(hit.field())))
                .map(hit -> new Place(hit.field(), hit.sentence()))
                .distinct()
                .toList();
    }

    Scope scope(Place place, Rule rule) {
        return new Scope(
                in(hit -> at(hit, place)),
                in(hit -> near(hit, place)),
                families,
                kind(place.field()),
                frame(place, rule));
    }

    /// The words to show: those in the sentence, and where there are none those near it.
    Set<Finding.Span> spans(Place place, Set<String> show) {
        var spans = new LinkedHashSet<Finding.Span>();
        all.stream()
                .filter(hit -> show.contains(hit.family()) && near(hit, place))
                .map(Hit::span)
                .filter(span -> span.end() > span.start())
                .filter(span -> !span.field().equals(PostText.AUTHOR))
                .forEach(spans::add);
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
        return all.stream()
                .filter(where)
                .map(Hit::family)
                .collect(Collectors.toCollection(TreeSet::new));
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
        return field.replaceFirst("\\..*$", "");
    }

    static String kind(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }

    private Map<String, Object> frame(Place place, Rule rule) {
        var account = circumstances.account();
        var post = circumstances.post();
        var clause = rule.clause().id();
        return Map.ofEntries(
                Map.entry("action", word(post.action())),
                Map.entry("platform", word(post.platform())),
                Map.entry("kind", word(account.kind())),
                Map.entry("approved", account.approved()),
                Map.entry("spokesperson", account.spokesperson()),
                Map.entry("governor", circumstances.governor()),
                Map.entry("consented", consented(place, rule)),
                Map.entry("permitted", permitted(clause)),
                Map.entry("read", meaning.read()),
                Map.entry("sure", meaning.sure(clause)),
                Map.entry("meant", meaning.sure()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
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
                .filter(hit -> !hit.family().matches("pupil\\.(class|year)"))
                .allMatch(hit -> pupilId.equals(hit.entry()));
    }
}
