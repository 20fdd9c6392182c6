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

/// Finds the windows of a field that the register knows. Short hashes rule nearly all out; whoever
/// wants to make something of a window asks for the proof of the long one.
final class HashedWindows {

    private static final String BREAKS = ",;:!?|\n\u2014\u2013=";

    private final KeyedHash hash;

    HashedWindows(KeyedHash hash) {
        this.hash = hash;
    }

    /// All that the register may know.
    List<Seen> candidates(Reading reading, KnownWindows windows) {
        var search = new Search(reading, windows);
        for (var from = 0; from < reading.tokens().size(); from++) {
            search.from(from);
        }
        return search.seen;
    }

    /// Whether it is what its short hash says.
    boolean proven(Seen seen) {
        return seen.known().is(hash.of(seen.words()));
    }

    /// The windows of one field, longer and longer from each of its words.
    private final class Search {

        private final Reading reading;
        private final List<Token> tokens;
        private final KnownWindows windows;
        private final ShortHash written = hash.shortHash();
        private final ShortHash meant = hash.shortHash();
        private final List<Seen> seen = new ArrayList<>();
        private final long[][] blocks;
        private final boolean[] broken;

        Search(Reading reading, KnownWindows windows) {
            this.reading = reading;
            this.tokens = reading.tokens();
            this.windows = windows;
            this.blocks = new long[tokens.size()][];
            this.broken = new boolean[tokens.size()];
            for (var at = 0; at < broken.length; at++) {
                blocks[at] = ShortHash.blocks(tokens.get(at).text());
                broken[at] = at > 0 && broken(tokens, at);
            }
        }

        void from(int from) {
            Deadline.check();
            var end = Math.min(tokens.size(), from + windows.longest());
            var disguised = false;
            written.clear();
            for (var at = from; at < end && (at == from || !broken[at]); at++) {
                var token = tokens.get(at);
                if (!disguised && token.meant() != null) {
                    meant.copy(written);
                    disguised = true;
                }
                written.add(blocks[at]);
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
            asWritten.removeIf(candidate -> !proven(candidate));
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

        private void add(
                int from, int to, Spelling spelling, ShortHash shortHash, List<Seen> into) {
            if (windows.mayHave(to - from, shortHash)) {
                var window = new Window(reading, from, to);
                for (var known : windows.known(shortHash.value())) {
                    into.add(new Seen(window, known, spelling));
                }
            }
            if (windows.older(to - from)) {
                var window = new Window(reading, from, to);
                for (var known : windows.older(hash.of(Seen.words(window, spelling)))) {
                    into.add(new Seen(window, known, spelling));
                }
            }
        }
    }

    /// A handle with digits at its end: `@janedoe09`.
    private static boolean handled(Token token) {
        return token.tagged() && Seen.letters(token).length() < token.text().length();
    }

    /// Whether a name cannot go on from the word before.
    private static boolean broken(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.sentence() != tokens.get(at - 1).sentence()
                || !token.gap().equals(" ") && breaks(token.gap());
    }

    private static boolean breaks(String gap) {
        for (var at = 0; at < gap.length(); at++) {
            var c = gap.charAt(at);
            if (BREAKS.indexOf(c) >= 0 || c == '-' && blank(gap, at - 1) && blank(gap, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(String gap, int at) {
        return at >= 0
                && at < gap.length()
                && (gap.charAt(at) == ' ' || gap.charAt(at) >= '\t' && gap.charAt(at) <= '\r');
    }
}
