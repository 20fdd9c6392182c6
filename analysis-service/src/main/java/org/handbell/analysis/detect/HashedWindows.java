package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.handbell.analysis.detect.Seen.Spelling;
import org.handbell.analysis.register.Known;
import org.handbell.analysis.register.KnownWindows;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.KeyedHash;

/// Finds the windows of a field that the register knows. Short hashes rule nearly all out; whoever
/// wants to make something of a window asks for the proof of the long one.
final class HashedWindows {

    private static final Pattern BREAK = Pattern.compile("[,;:!?|\n\u2014\u2013=]|\\s-\\s");

    private final KeyedHash hash;

    HashedWindows(KeyedHash hash) {
        this.hash = hash;
    }

    /// All that the register may know.
    List<Seen> candidates(Reading reading, KnownWindows windows) {
        var seen = new ArrayList<Seen>();
        var tokens = reading.tokens();
        var shortHash = hash.shortHash();
        for (var from = 0; from < tokens.size(); from++) {
            shortHash.clear();
            var end = Math.min(tokens.size(), from + windows.longest());
            for (var at = from; at < end && (at == from || !broken(tokens, at)); at++) {
                shortHash.add(tokens.get(at).text());
                add(reading, from, at + 1, shortHash.value(), windows, seen);
            }
        }
        return seen;
    }

    /// Whether it is what its short hash says.
    boolean proven(Seen seen) {
        return seen.known().is(hash.of(seen.words()));
    }

    private void add(
            Reading reading,
            int from,
            int to,
            long shortHash,
            KnownWindows windows,
            List<Seen> seen) {
        var other = other(reading, from, to);
        if (other != null || windows.older(to - from) || windows.mayHave(to - from, shortHash)) {
            var window = new Window(reading, from, to);
            var written = seen(window, Spelling.WRITTEN, shortHash, windows);
            if (other == null) {
                seen.addAll(written);
            } else {
                var proven = written.stream().filter(this::proven).toList();
                seen.addAll(proven.isEmpty() ? seen(window, other, windows) : proven);
            }
        }
    }

    private List<Seen> seen(Window window, Spelling spelling, KnownWindows windows) {
        var shortHash = hash.shortHash();
        Seen.words(window, spelling).forEach(shortHash::add);
        return seen(window, spelling, shortHash.value(), windows);
    }

    private List<Seen> seen(
            Window window, Spelling spelling, long shortHash, KnownWindows windows) {
        var tokens = window.to() - window.from();
        var known = new ArrayList<Known>();
        if (windows.mayHave(tokens, shortHash)) {
            known.addAll(windows.known(shortHash));
        }
        if (windows.older(tokens)) {
            known.addAll(windows.older(hash.of(Seen.words(window, spelling))));
        }
        return known.stream().map(k -> new Seen(window, k, spelling)).toList();
    }

    /// The spelling that counts where nothing is known as written; null where there is no other.
    private static @org.jspecify.annotations.Nullable Spelling other(
            Reading reading, int from, int to) {
        if (to - from == 1 && handled(reading.tokens().get(from))) {
            return Spelling.LETTERS;
        }
        return reading.disguised() && disguised(reading.tokens(), from, to) ? Spelling.MEANT : null;
    }

    private static boolean disguised(List<Token> tokens, int from, int to) {
        for (var at = from; at < to; at++) {
            if (tokens.get(at).meant() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean handled(Token token) {
        return NamesDetector.tagged(token) && Seen.letters(token).length() < token.text().length();
    }

    /// Whether a name cannot go on from the word before.
    private static boolean broken(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return token.sentence() != tokens.get(at - 1).sentence()
                || !token.gap().equals(" ") && BREAK.matcher(token.gap()).find();
    }
}
