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

    /// One for each thread, cleared after use: what it needs for a post is as much as all the rest
    /// of judging takes, and new memory is far from the processor.
    private static final ThreadLocal<Grams> OWN = ThreadLocal.withInitial(Grams::new);

    private static final int MOST_KEPT = 1 << 14;

    /// A bit for each bucket that something fell into.
    private final long[] filled = new long[BUCKETS / Long.SIZE];

    private int[] buckets = new int[512];
    private int size;
    private char[] word = new char[64];

    private Grams() {}

    /// The buckets of a script, in rising order, none twice.
    public static int[] of(List<Script.Piece> pieces) {
        var buckets = unordered(pieces);
        Arrays.sort(buckets);
        return buckets;
    }

    /// The same in any order, for who only adds up what stands for them.
    static int[] unordered(List<Script.Piece> pieces) {
        var grams = OWN.get();
        try {
            grams.add(pieces);
            return Arrays.copyOf(grams.buckets, grams.size);
        } finally {
            grams.clear();
        }
    }

    private void add(List<Script.Piece> pieces) {
        var before = 0;
        for (var at = 0; at < pieces.size(); at++) {
            before = add(pieces.get(at).word(), before);
        }
    }

    private void clear() {
        for (var at = 0; at < size; at++) {
            filled[buckets[at] >>> 6] = 0;
        }
        size = 0;
        if (buckets.length > MOST_KEPT) {
            buckets = new int[MOST_KEPT];
        }
        if (word.length > MOST_KEPT) {
            word = new char[MOST_KEPT];
        }
    }

    /// @param before the word before
    /// @return the word's own hash
    private int add(String written, int before) {
        var length = written.length();
        if (length > word.length) {
            word = new char[length];
        }
        // Its letters are read five times over: from an array they need no look at how the text
        // is kept.
        written.getChars(0, length, word, 0);
        var hash = hash(0, length, SEED_WORD);
        add(hash);
        add(mixed(before * 31 + hash + SEED_PAIR));
        for (var at = 0; at + LETTERS <= length && length > LETTERS; at++) {
            add(hash(at, at + LETTERS, SEED_LETTERS));
        }
        return hash;
    }

    private void add(int hash) {
        var bucket = hash & (BUCKETS - 1);
        var bit = 1L << bucket;
        if ((filled[bucket >>> 6] & bit) == 0) {
            filled[bucket >>> 6] |= bit;
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, size * 2);
            }
            buckets[size++] = bucket;
        }
    }

    private int hash(int from, int to, int seed) {
        var hash = seed;
        for (var at = from; at < to; at++) {
            hash = (hash ^ word[at]) * 0x01000193;
        }
        return mixed(hash);
    }

    /// Spreads the bits, as the last step of MurmurHash3 does.
    private static int mixed(int hash) {
        var mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
