package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.ShortHash;

/// Windows by their short hash: a slot for each value of its first bits, the few windows of a slot
/// in the order of their hashes.
final class ShortHashTable {

    private final WindowRows rows;
    private final long[] hashes;
    private final int[] slots;
    private final int shift;

    /// @param count how many windows have a short hash
    ShortHashTable(HiddenEntries entries, int count) {
        var bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
        this.rows = new WindowRows(entries, count);
        this.hashes = new long[count];
        this.slots = new int[(1 << bits) + 1];
        this.shift = Long.SIZE - bits;
        fill(entries);
    }

    /// What a window of this short hash may be.
    List<Known> known(long hash) {
        var known = new ArrayList<Known>();
        var slot = slot(hash);
        var end = slots[slot + 1];
        var row = first(slots[slot], end, at -> hashes[at] >= hash);
        while (row < end && hashes[row] == hash) {
            var next = endOfRun(row, end);
            known.add(new Known(rows, row, next));
            row = next;
        }
        return known;
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

    private int endOfRun(int row, int end) {
        var of = rows.window(row);
        return first(
                row + 1,
                end,
                at -> {
                    var other = rows.window(at);
                    return hashes[at] != hashes[row]
                            || other.form() != of.form()
                            || !other.hash().equals(of.hash());
                });
    }

    /// The first row from which on something holds.
    private static int first(int from, int to, IntPredicate holds) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
