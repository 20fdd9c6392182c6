package org.handbell.cases.casefile;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.OptionalLong;
import org.handbell.cases.casefile.Cases.Standing;

/// Numbers of cases by school, without those that could point at a person. A number under five is
/// hidden, nought too: else the first case of a small school would be seen to come. Where a single
/// school would be hidden, so is the smallest of the others: else the trust's total would give the
/// hidden one away.
final class Hidden {

    /// The smallest number that is shown.
    static final long SHOWN_FROM = 5;

    private final Map<String, Long> shown = new HashMap<>();

    /// @param schools all of them, also those without a case
    /// @param standings of one severity
    Hidden(Collection<String> schools, Collection<Standing> standings) {
        schools.forEach(school -> shown.put(school, 0L));
        for (var standing : standings) {
            shown.merge(UnderWayMetrics.school(standing.academyId()), standing.open(), Long::sum);
        }
        var all = shown.size();
        shown.values().removeIf(number -> number < SHOWN_FROM);
        if (all - shown.size() == 1) {
            shown.entrySet().stream()
                    .min(
                            Entry.<String, Long>comparingByValue()
                                    .thenComparing(Comparator.comparing(Entry::getKey)))
                    .map(Entry::getKey)
                    .ifPresent(shown::remove);
        }
    }

    /// Empty where it is hidden.
    OptionalLong shown(String school) {
        var number = shown.get(school);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
