package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.NameVariants;
import org.handbell.contract.RegisterEvent.HashedWindow;

/// Windows that came without a short hash, by their long one.
final class LongHashTable {

    private final Map<String, List<Known>> known = new HashMap<>();
    private final boolean[] tokens = new boolean[NameVariants.MAX_TOKENS + 1];

    private record Row(int owner, HashedWindow window) {}

    private static final Comparator<Row> ORDER =
            Comparator.<Row, String>comparing(row -> row.window().hash())
                    .thenComparing(row -> row.window().form())
                    .thenComparing(Row::owner);

    LongHashTable(HiddenEntries entries) {
        var found = new ArrayList<Row>();
        entries.forEachWindow((owner, window) -> {
            if (window.shortHash() == null) {
                found.add(new Row(owner, window));
                tokens[window.tokens()] = true;
            }
        });
        found.sort(ORDER);
        var rows = new WindowRows(entries, found.size());
        for (var row = 0; row < found.size(); row++) {
            rows.put(row, found.get(row).owner(), found.get(row).window());
        }
        group(rows, found.size());
    }

    /// Whether any has this many tokens.
    boolean tokens(int count) {
        return tokens[count];
    }

    List<Known> known(String hash) {
        return known.getOrDefault(hash, List.of());
    }

    private void group(WindowRows rows, int count) {
        for (var from = 0; from < count; ) {
            var window = rows.window(from);
            var to = from + 1;
            while (to < count && same(window, rows.window(to))) {
                to++;
            }
            known.computeIfAbsent(window.hash(), any -> new ArrayList<>(1))
                    .add(new Known(rows, from, to));
            from = to;
        }
    }

    private static boolean same(HashedWindow one, HashedWindow other) {
        return one.hash().equals(other.hash()) && one.form() == other.form();
    }
}
