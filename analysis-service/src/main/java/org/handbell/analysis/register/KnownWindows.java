package org.handbell.analysis.register;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.handbell.contract.NameVariants;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.ShortHash;

/// All windows of the entries that arrive hashed. They are looked for by their short hash; only
/// what an older record brought without one is looked for by the long hash.
public final class KnownWindows {

    private final ShortHashes[] present = new ShortHashes[NameVariants.MAX_TOKENS + 1];
    private final int[] counts = new int[present.length];
    private final ShortHashTable table;
    private final LongHashTable older;
    private final int longest;

    KnownWindows(Collection<Hashed> hashed) {
        var entries = new HiddenEntries(hashed);
        entries.forEachWindow(
                (_, window) -> counts[window.tokens()] += window.shortHash() == null ? 0 : 1);
        Arrays.setAll(present, tokens -> new ShortHashes(counts[tokens]));
        entries.forEachWindow((_, window) -> present(window));
        this.table = new ShortHashTable(entries, Arrays.stream(counts).sum());
        this.older = new LongHashTable(entries);
        this.longest = entries.longestWindow();
    }

    /// How many tokens the longest has.
    public int longest() {
        return longest;
    }

    /// Whether a window may be one of these; no is certain, and quick.
    ///
    /// @param shortHash its tokens, all taken in; it is computed where any has this many tokens
    public boolean mayHave(int tokens, ShortHash shortHash) {
        return counts[tokens] > 0 && present[tokens].mayHave(shortHash.value());
    }

    /// The same for a hash that is known.
    public boolean mayHave(int tokens, long shortHash) {
        return counts[tokens] > 0 && present[tokens].mayHave(shortHash);
    }

    /// What a window of this short hash may be; the long hash proves it.
    public List<Known> known(long shortHash) {
        return table.known(shortHash);
    }

    /// Whether any of this many tokens came without a short hash.
    public boolean older(int tokens) {
        return older.tokens(tokens);
    }

    /// What a window of this long hash is, of those that came without a short one.
    public List<Known> older(String hash) {
        return older.known(hash);
    }

    private void present(HashedWindow window) {
        if (window.shortHash() != null) {
            present[window.tokens()].add(ShortHash.parse(window.shortHash()));
        }
    }
}
