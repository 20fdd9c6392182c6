package org.handbell.analysis.meaning;

import java.util.Arrays;
import java.util.List;

/// A script as hashed n-grams: each word, each pair of neighbours, each four letters in a row. What
/// falls into one bucket counts once.
public final class Grams {

    /// Number of buckets; a power of two.
    public static final int BUCKETS = 1 << 17;

    private static final int LETTERS = 4;
    private static final int SEED_WORD = 0x2F0B4C47;
    private static final int SEED_PAIR = 0x51ED270B;
    private static final int SEED_LETTERS = 0x7A1C3E59;

    private int[] buckets = new int[256];
    private int size;

    private Grams() {}

    /// The buckets of a script, in rising order, none twice.
    public static int[] of(List<Script.Piece> pieces) {
        var grams = new Grams();
        var before = 0;
        for (var piece : pieces) {
            var word = piece.word();
            var hash = hash(word, 0, word.length(), SEED_WORD);
            grams.add(hash);
            grams.add(mixed(before * 31 + hash + SEED_PAIR));
            before = hash;
            grams.letters(word);
        }
        return grams.distinct();
    }

    private void letters(String word) {
        for (var at = 0; at + LETTERS <= word.length() && word.length() > LETTERS; at++) {
            add(hash(word, at, at + LETTERS, SEED_LETTERS));
        }
    }

    private void add(int hash) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
        }
        buckets[size++] = hash & (BUCKETS - 1);
    }

    private static int hash(String word, int from, int to, int seed) {
        var hash = seed;
        for (var at = from; at < to; at++) {
            hash = (hash ^ word.charAt(at)) * 0x01000193;
        }
        return mixed(hash);
    }

    /// Spreads the bits, as the last step of MurmurHash3 does.
    private static int mixed(int hash) {
        var mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    private int[] distinct() {
        Arrays.sort(buckets, 0, size);
        var kept = 0;
        for (var i = 0; i < size; i++) {
            if (i == 0 || buckets[i] != buckets[i - 1]) {
                buckets[kept++] = buckets[i];
            }
        }
        return Arrays.copyOf(buckets, kept);
    }
}
