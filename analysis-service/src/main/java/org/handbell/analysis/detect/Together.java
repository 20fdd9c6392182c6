package org.handbell.analysis.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.Hashed;

/// Part of a name and the class or year that it belongs to, close to each other: together they tell
/// who it is.
final class Together {

    /// How far apart, in words, a name and a class may stand to belong together.
    private static final int NEAR = 10;

    private final Writing writing;

    Together(Writing writing) {
        this.writing = writing;
    }

    private record Pair(Hashed entry, Seen name, Seen place, int distance) {

        Pair nearer(Pair other) {
            return other.distance < distance ? other : this;
        }
    }

    /// Two hits for each entry that is told: where it is named, and its class.
    void hits(List<Seen> seen, String authorId, List<Hit> hits) {
        var places = seen.stream().filter(writing::place).toList();
        if (places.isEmpty()) {
            return;
        }
        var nearest = new LinkedHashMap<String, Pair>();
        for (var name : seen) {
            if (writing.name(name)) {
                places.stream()
                        .filter(place -> tell(name, place))
                        .forEach(place -> pair(name, place, nearest));
            }
        }
        for (var pair : nearest.values()) {
            var family = HashedDetector.who(pair.entry(), authorId) + "identified";
            hits.add(HashedDetector.hit(family, pair.name(), pair.entry(), 0.9));
            hits.add(HashedDetector.hit(family, pair.place(), pair.entry(), 0.9));
        }
    }

    /// Initials are short: they tell a pupil beside the class alone, and only close to it.
    private static boolean tell(Seen name, Seen place) {
        if (!name.window().apart(place.window())) {
            return false;
        }
        var distance = name.window().distance(place.window());
        return name.form() == Form.INITIALS
                ? place.form() == Form.CLASS && distance <= NEAR / 2
                : distance <= NEAR;
    }

    private static void pair(Seen name, Seen place, Map<String, Pair> nearest) {
        var distance = name.window().distance(place.window());
        for (var entry : name.known().and(place.known())) {
            nearest.merge(entry.entryId(), new Pair(entry, name, place, distance), Pair::nearer);
        }
    }
}
