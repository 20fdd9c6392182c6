package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.ShortHash;

/// Windows by their short hash: a slot for each value of its first bits, the few windows of a slot
/// in the order of their hashes.
final class ShortHashTable {

    private final WindowRows rows;
    private final long[] hashes;
    private final int[] slots;
    private final int[] ends;
    private final int shift;

    /// @param count how many windows have a short hash
    ShortHashTable(HiddenEntries entries, int count) {
        var bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
        this.rows = new WindowRows(entries, count);
        this.hashes = new long[count];
        this.slots = new int[(1 << bits) + 1];
        this.shift = Long.SIZE - bits;
        this.ends = new int[count];
        fill(entries);
        mark();
    }

    /// What a window of this short hash may be.
    List<Known> known(long hash) {
        var slot = slot(hash);
        var end = slots[slot + 1];
        var row = first(slots[slot], end, hash);
        if (row == end || hashes[row] != hash) {
            return List.of();
        }
        var known = new ArrayList<Known>(2);
        while (row < end && hashes[row] == hash) {
            known.add(new Known(rows, row, ends[row]));
            row = ends[row];
        }
        return known;
    }

    /// The first row of a slot with this hash or a higher one.
    private int first(int from, int to, long hash) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (hashes[middle] >= hash) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int slot(long hash) {
        return (int) (hash >>> shift);
    }

    private void fill(HiddenEntries entries) {
        var free = new int[slots.length];
        entries.forEachWindow((_, window) -> {
            if (window.shortHash() != null) {
                slots[slot(ShortHash.parse(window.shortHash())) + 1]++;
            }
        });
        for (var slot = 1; slot < slots.length; slot++) {
            slots[slot] += slots[slot - 1];
            free[slot] = slots[slot];
        }
        entries.forEachWindow((owner, window) -> {
            if (window.shortHash() != null) {
                var hash = ShortHash.parse(window.shortHash());
                put(free[slot(hash)]++, slots[slot(hash)], hash, owner, window);
            }
        });
    }

    /// Takes its place among the windows of its slot; those of equal rank stay in the order of
    /// their entries.
    private void put(int end, int start, long hash, int owner, HashedWindow window) {
        var row = end;
        while (row > start && before(hash, window, row - 1)) {
            hashes[row] = hashes[row - 1];
            rows.put(row, rows.owner(row - 1), rows.window(row - 1));
            row--;
        }
        hashes[row] = hash;
        rows.put(row, owner, window);
    }

    private boolean before(long hash, HashedWindow window, int row) {
        if (hash != hashes[row]) {
            return hash < hashes[row];
        }
        var other = rows.window(row);
        return window.form() != other.form()
                ? window.form().compareTo(other.form()) < 0
                : window.hash().compareTo(other.hash()) < 0;
    }

    /// Rows of the same window and form are one run.
    private void mark() {
        for (var row = hashes.length - 1; row >= 0; row--) {
            var last = row + 1 == hashes.length || !same(row, row + 1);
            ends[row] = last ? row + 1 : ends[row + 1];
        }
    }

    private boolean same(int row, int other) {
        return hashes[row] == hashes[other]
                && rows.window(row).form() == rows.window(other).form()
                && rows.window(row).hash().equals(rows.window(other).hash());
    }
}
