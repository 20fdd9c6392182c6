package org.handbell.analysis.detect;

import java.util.List;
import org.handbell.analysis.register.KnownWindows;
import org.handbell.analysis.text.Reading;
import org.handbell.contract.KeyedHash;

/// Finds the windows of a field that the register knows. Short hashes rule nearly all out; whoever
/// wants to make something of a window asks for the proof of the long one.
final class HashedWindows {

    private final KeyedHash hash;

    HashedWindows(KeyedHash hash) {
        this.hash = hash;
    }

    /// All that the register may know.
    List<Seen> candidates(Reading reading, KnownWindows windows) {
        return new WindowSearch(reading, windows, hash).run();
    }

    /// Whether it is what its short hash says.
    boolean proven(Seen seen) {
        return proven(seen, hash);
    }

    static boolean proven(Seen seen, KeyedHash hash) {
        return seen.known().is(hash.of(seen.words()));
    }
}
