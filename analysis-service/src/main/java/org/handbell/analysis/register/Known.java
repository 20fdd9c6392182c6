package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.Hashed;

/// One way to write some entries that the trust protects: a full name stands for few, a class or a
/// year for hundreds.
public final class Known {

    /// Few stand for all where a writing tells nobody by itself.
    private static final int OF_EACH_KIND = 2;

    private final WindowRows rows;
    private final int from;
    private final int to;

    /// @param from first row of the window and form
    /// @param to row after the last
    Known(WindowRows rows, int from, int to) {
        this.rows = rows;
        this.from = from;
        this.to = to;
    }

    /// What it is a writing of.
    public Form form() {
        return rows.window(from).form();
    }

    /// Whether it is the window of this long hash; a short one alone proves nothing.
    public boolean is(String hash) {
        return rows.window(from).hash().equals(hash);
    }

    /// All entries so written.
    public List<Hashed> entries() {
        var all = new ArrayList<Hashed>(to - from);
        for (var row = from; row < to; row++) {
            all.add(entry(row));
        }
        return all;
    }

    /// Some of the entries so written: those of one person's own family, and of all others two of
    /// each kind, which is enough to say that there is one and whether there is another.
    public List<Hashed> some(String person) {
        if (to - from <= OF_EACH_KIND) {
            return entries();
        }
        var some = new ArrayList<Hashed>();
        for (var owner : rows.entries().family(person)) {
            if (rows.has(from, to, owner)) {
                some.add(rows.entries().entry(owner));
            }
        }
        for (var row = from; row < to; row = endOfKind(row)) {
            strangers(row, person, some);
        }
        return some;
    }

    /// The entries written in this way and in another.
    public List<Hashed> and(Known other) {
        var fewer = to - from <= other.to - other.from ? this : other;
        var more = fewer == this ? other : this;
        var both = new ArrayList<Hashed>();
        for (var row = fewer.from; row < fewer.to; row++) {
            var entry = fewer.entry(row);
            if (more.has(entry)) {
                both.add(entry);
            }
        }
        return both;
    }

    /// Whether an entry is so written.
    boolean has(Hashed entry) {
        return rows.has(from, to, rows.entries().number(entry));
    }

    private Hashed entry(int row) {
        return rows.entries().entry(rows.owner(row));
    }

    private int endOfKind(int row) {
        var kind = rows.kind(row);
        var low = row + 1;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (rows.kind(middle) == kind) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void strangers(int first, String person, List<Hashed> some) {
        var kind = rows.kind(first);
        var found = 0;
        for (var row = first; row < to && found < OF_EACH_KIND && rows.kind(row) == kind; row++) {
            if (!person.equals(entry(row).relativeOf())) {
                some.add(entry(row));
                found++;
            }
        }
    }
}
