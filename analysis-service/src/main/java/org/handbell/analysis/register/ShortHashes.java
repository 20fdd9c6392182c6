package org.handbell.analysis.register;

/// A set of short hashes, small enough to stay near the processor: says of nearly all others that
/// they are not in it. Each is two bits of one word.
final class ShortHashes {

    private static final int BITS_EACH = 16;

    private final long[] words;

    ShortHashes(int count) {
        var wanted = Math.max(1, (long) count * BITS_EACH / Long.SIZE);
        words = new long[(int) Long.highestOneBit(wanted * 2 - 1)];
    }

    void add(long hash) {
        words[word(hash)] |= bits(hash);
    }

    boolean mayHave(long hash) {
        var bits = bits(hash);
        return (words[word(hash)] & bits) == bits;
    }

    private int word(long hash) {
        return (int) hash & words.length - 1;
    }

    private static long bits(long hash) {
        return 1L << (hash >>> 32) | 1L << (hash >>> 38);
    }
}
