package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedWindow;

/// The entries that arrive hashed, by number: first by kind, then by id.
final class HiddenEntries {

    private static final Comparator<Hashed> ORDER =
            Comparator.comparing(Hashed::kind).thenComparing(Hashed::entryId);

    private final List<Hashed> entries;
    private final Map<String, List<Integer>> families = new HashMap<>();

    HiddenEntries(Collection<Hashed> entries) {
        this.entries = entries.stream().sorted(ORDER).toList();
        for (var number = 0; number < this.entries.size(); number++) {
            var person = this.entries.get(number).relativeOf();
            if (person != null) {
                families.computeIfAbsent(person, any -> new ArrayList<>()).add(number);
            }
        }
    }

    Hashed entry(int number) {
        return entries.get(number);
    }

    /// Numbers of the entries that are a person's own children and relatives.
    List<Integer> family(String person) {
        return families.getOrDefault(person, List.of());
    }

    interface Visitor {
        void visit(int number, HashedWindow window);
    }

    /// Number of an entry; negative where it is not one of these.
    int number(Hashed entry) {
        return Collections.binarySearch(entries, entry, ORDER);
    }

    /// How many tokens the longest window has.
    int longestWindow() {
        return entries.stream()
                .flatMap(entry -> entry.windows().stream())
                .mapToInt(HashedWindow::tokens)
                .max()
                .orElse(0);
    }

    /// Goes through all windows of all entries, in order.
    void forEachWindow(Visitor visitor) {
        for (var number = 0; number < entries.size(); number++) {
            for (var window : entries.get(number).windows()) {
                visitor.visit(number, window);
            }
        }
    }
}
