package org.handbell.analysis.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.text.Deadline;

/// A pupil's first name inside a colleague's full name tells no pupil.
final class Overlaps {

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

    private Overlaps() {}

    /// All hits but those that tell nobody.
    static List<Hit> without(List<Hit> all) {
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
}
