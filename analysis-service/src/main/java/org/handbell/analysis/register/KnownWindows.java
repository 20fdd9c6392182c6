package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.handbell.contract.NameVariants;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.ShortHash;
import org.jspecify.annotations.Nullable;

/// All windows of the entries that arrive hashed. They are looked for by their short hash; only
/// what an older record brought without one is looked for by the long hash.
public final class KnownWindows {

    private final ShortHashes[] present = new ShortHashes[NameVariants.MAX_TOKENS + 1];
    private final int[] counts = new int[present.length];
    private final ShortHashTable table;
    private final LongHashTable older;
    private final int longest;
    private final @Nullable KnownWindows more;

    KnownWindows(Collection<Hashed> hashed) {
        var entries = new HiddenEntries(hashed);
        entries.forEachWindow((_, window) ->
                counts[window.tokens()] += window.shortHash() == null ? 0 : 1);
        Arrays.setAll(present, tokens -> new ShortHashes(counts[tokens]));
        entries.forEachWindow((_, window) -> present(window));
        this.table = new ShortHashTable(entries, Arrays.stream(counts).sum());
        this.older = new LongHashTable(entries);
        this.longest = entries.longestWindow();
        this.more = null;
    }

    private KnownWindows(KnownWindows all, KnownWindows more) {
        System.arraycopy(all.present, 0, present, 0, present.length);
        System.arraycopy(all.counts, 0, counts, 0, counts.length);
        this.table = all.table;
        this.older = all.older;
        this.longest = Math.max(all.longest, more.longest);
        this.more = more;
    }

    /// These, and further ways to write one of the entries. Cheap: nothing is sorted anew.
    KnownWindows with(Hashed entry, List<HashedWindow> windows) {
        var further =
                new Hashed(
                        entry.entryId(),
                        entry.kind(),
                        entry.academyId(),
                        entry.relativeOf(),
                        windows.stream().filter(window -> !has(entry, window)).toList(),
                        entry.at());
        return new KnownWindows(this, new KnownWindows(List.of(further)));
    }

    /// How many tokens the longest has.
    public int longest() {
        return longest;
    }

    /// Whether a window may be one of these; no is certain, and quick.
    ///
    /// @param shortHash its tokens, all taken in; it is computed where any has this many tokens
    public boolean mayHave(int tokens, ShortHash shortHash) {
        return counts[tokens] > 0 && present[tokens].mayHave(shortHash.value())
                || more != null && more.mayHave(tokens, shortHash);
    }

    /// What a window of this short hash may be; the long hash proves it.
    public List<Known> known(long shortHash) {
        return both(table.known(shortHash), more == null ? List.of() : more.known(shortHash));
    }

    /// Whether any of this many tokens came without a short hash.
    public boolean older(int tokens) {
        return older.tokens(tokens) || more != null && more.older(tokens);
    }

    /// What a window of this long hash is, of those that came without a short one.
    public List<Known> older(String hash) {
        return both(older.known(hash), more == null ? List.of() : more.older(hash));
    }

    private boolean has(Hashed entry, HashedWindow window) {
        var shortHash = window.shortHash();
        var known = shortHash == null ? List.<Known>of() : known(ShortHash.parse(shortHash));
        return both(known, older(window.hash())).stream()
                .filter(k -> k.form() == window.form() && k.is(window.hash()))
                .anyMatch(k -> k.has(entry));
    }

    private static List<Known> both(List<Known> some, List<Known> more) {
        if (more.isEmpty()) {
            return some;
        }
        var both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    private void present(HashedWindow window) {
        if (window.shortHash() != null) {
            present[window.tokens()].add(ShortHash.parse(window.shortHash()));
        }
    }
}
