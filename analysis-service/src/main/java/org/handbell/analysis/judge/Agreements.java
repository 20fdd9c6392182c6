package org.handbell.analysis.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.text.PostText;

/// What parents permitted and senior leadership agreed, as far as it covers one post.
final class Agreements {

    private static final Set<String> TOLD = Set.of("pupil.full", "pupil.identified", "pupil.tag");
    private static final Set<String> PLACES = Set.of("pupil.class", "pupil.year");

    private final Circumstances circumstances;
    private final PostText text;
    private final List<Hit> hits;

    Agreements(Circumstances circumstances, PostText text, List<Hit> hits) {
        this.circumstances = circumstances;
        this.text = text;
        this.hits = hits;
    }

    /// Whether a recorded permission covers the picture; for what the model says of the post as a
    /// whole, any picture of it.
    boolean consented(Place place, Rule rule) {
        return rule.when().stream().allMatch(family -> family.startsWith(Meaning.FAMILY))
                ? consented()
                : new Consents(circumstances).cover(pupils(place), text, place.field());
    }

    /// Whether a recorded permission covers a picture of the post.
    boolean consented() {
        var consents = new Consents(circumstances);
        for (var reading : text.readings()) {
            var place = new Place(reading.field(), 0);
            if (place.picture() && consents.cover(pupils(place), text, place.field())) {
                return true;
            }
        }
        return false;
    }

    /// The pupils that a place tells.
    private Set<String> pupils(Place place) {
        var entries = new HashSet<String>();
        for (var hit : hits) {
            if (hit.entry() != null && TOLD.contains(hit.family()) && place.near(hit)) {
                entries.add(hit.entry());
            }
        }
        return entries;
    }

    /// The clause itself where senior leadership agreed an exception for the author, else nothing.
    List<String> permitted(String clause) {
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
        return hits.stream()
                .filter(hit -> hit.family().startsWith("pupil.") && hit.entry() != null)
                .filter(hit -> !PLACES.contains(hit.family()))
                .allMatch(hit -> pupilId.equals(hit.entry()));
    }
}
