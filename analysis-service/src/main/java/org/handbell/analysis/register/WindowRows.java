package org.handbell.analysis.register;

import org.handbell.contract.RegisterEvent.HashedKind;
import org.handbell.contract.RegisterEvent.HashedWindow;

/// A row for each writing of each entry. Rows of the same window and form stand together, in the
/// order of their entries' numbers. Plain arrays, since a large trust has millions.
final class WindowRows {

    private final HiddenEntries entries;
    private final HashedWindow[] windows;
    private final int[] owners;

    WindowRows(HiddenEntries entries, int count) {
        this.entries = entries;
        this.windows = new HashedWindow[count];
        this.owners = new int[count];
    }

    void put(int row, int owner, HashedWindow window) {
        owners[row] = owner;
        windows[row] = window;
    }

    HiddenEntries entries() {
        return entries;
    }

    HashedWindow window(int row) {
        return windows[row];
    }

    int owner(int row) {
        return owners[row];
    }

    HashedKind kind(int row) {
        return entries.entry(owners[row]).kind();
    }

    /// Whether one of some rows of the same window and form belongs to an entry.
    boolean has(int from, int to, int owner) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (owners[middle] < owner) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < to && owners[low] == owner;
    }
}
