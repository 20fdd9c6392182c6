package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import org.handbell.analysis.detect.Seen.Spelling;
import org.handbell.analysis.register.KnownWindows;
import org.handbell.analysis.text.Deadline;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.ShortHash;

/// The windows of one field, longer and longer from each of its words.
///
/// Every word of every post begins some, and the register knows next to none of them: those that
/// are spelt in one way alone are hashed in one go, and all that is done for most is to see that a
/// hash is not among the known ones.
final class WindowSearch {

    private final Reading reading;
    private final List<Token> tokens;
    private final KnownWindows windows;
    private final KeyedHash hash;
    private final ShortHash written;
    private final ShortHash meant;
    private final List<Seen> seen = new ArrayList<>();

    /// Each token in blocks, one after the other, and where those of each end.
    private final long[] blocks;

    private final int[] ends;
    private final boolean[] broken;

    /// Hashes of the windows from one word, by length.
    private final long[] hashes;

    WindowSearch(Reading reading, KnownWindows windows, KeyedHash hash) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.windows = windows;
        this.hash = hash;
        this.written = hash.shortHash();
        this.meant = hash.shortHash();
        this.hashes = new long[windows.longest()];
        this.ends = new int[tokens.size()];
        this.blocks = new long[ends()];
        this.broken = new boolean[tokens.size()];
        for (var at = 0; at < broken.length; at++) {
            ShortHash.blocks(tokens.get(at).text(), blocks, at == 0 ? 0 : ends[at - 1]);
            broken[at] = at > 0 && Breaks.before(tokens, at);
        }
    }

    private int ends() {
        var end = 0;
        for (var at = 0; at < ends.length; at++) {
            end += ShortHash.count(tokens.get(at).text());
            ends[at] = end;
        }
        return end;
    }

    /// All that the register may know.
    List<Seen> run() {
        for (var from = 0; from < tokens.size(); from++) {
            Deadline.check();
            var to = end(from);
            if (plain(from, to)) {
                written(from, to);
            } else {
                spelt(from, to);
            }
        }
        return seen;
    }

    /// How far windows reach from a word.
    private int end(int from) {
        var most = Math.min(tokens.size(), from + windows.longest());
        var end = from;
        while (end < most && (end == from || !broken[end])) {
            end++;
        }
        return end;
    }

    /// Whether all windows from a word are spelt in one way alone.
    private boolean plain(int from, int to) {
        for (var at = from; at < to; at++) {
            if (tokens.get(at).meant() != null) {
                return false;
            }
        }
        return from == to || !tokens.get(from).tagged();
    }

    private void written(int from, int to) {
        written.windows(blocks, ends, from, to, hashes);
        for (var at = from; at < to; at++) {
            var length = at + 1 - from;
            if (windows.mayHave(length, hashes[at - from])) {
                known(from, at + 1, Spelling.WRITTEN, hashes[at - from], seen);
            }
            older(from, at + 1, Spelling.WRITTEN, seen);
        }
    }

    private void spelt(int from, int to) {
        var disguised = false;
        written.clear();
        for (var at = from; at < to; at++) {
            var token = tokens.get(at);
            if (!disguised && token.meant() != null) {
                meant.copy(written);
                disguised = true;
            }
            written.add(token.text());
            if (disguised) {
                meant.add(token.plain());
            }
            if (disguised || at == from && token.tagged()) {
                otherwise(from, at + 1, disguised);
            } else {
                add(from, at + 1, Spelling.WRITTEN, written, seen);
            }
        }
    }

    /// Where nothing is known as written, another spelling may be.
    private void otherwise(int from, int to, boolean disguised) {
        var asWritten = new ArrayList<Seen>();
        add(from, to, Spelling.WRITTEN, written, asWritten);
        asWritten.removeIf(candidate -> !HashedWindows.proven(candidate, hash));
        seen.addAll(asWritten);
        if (!asWritten.isEmpty()) {
            return;
        }
        if (to - from == 1 && handled(tokens.get(from))) {
            var letters = hash.shortHash();
            letters.add(Seen.letters(tokens.get(from)));
            add(from, to, Spelling.LETTERS, letters, seen);
        } else if (disguised) {
            add(from, to, Spelling.MEANT, meant, seen);
        }
    }

    private void add(int from, int to, Spelling spelling, ShortHash shortHash, List<Seen> into) {
        if (windows.mayHave(to - from, shortHash)) {
            known(from, to, spelling, shortHash.value(), into);
        }
        older(from, to, spelling, into);
    }

    private void known(int from, int to, Spelling spelling, long shortHash, List<Seen> into) {
        var window = new Window(reading, from, to);
        for (var known : windows.known(shortHash)) {
            into.add(new Seen(window, known, spelling));
        }
    }

    /// What older records brought without short hashes.
    private void older(int from, int to, Spelling spelling, List<Seen> into) {
        if (windows.older(to - from)) {
            var window = new Window(reading, from, to);
            for (var known : windows.older(hash.of(Seen.words(window, spelling)))) {
                into.add(new Seen(window, known, spelling));
            }
        }
    }

    /// A handle with digits at its end: `@janedoe09`.
    private static boolean handled(Token token) {
        return token.tagged() && Seen.letters(token).length() < token.text().length();
    }
}
