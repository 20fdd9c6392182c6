package org.handbell.contract;

import java.util.HexFormat;

/// A short keyed hash of a window of tokens, quick enough to be computed for every window of every
/// post: SipHash-2-4 over the tokens in UTF-16 (little endian), each filled up with zeros, at least
/// one, to whole blocks of eight bytes. Where no entry has it, no entry has the window, and the
/// long hash need not be computed.
///
/// Grows token by token, so that longer windows with the same start cost little more. Not for more
/// than one thread.
public final class ShortHash {

    private static final int CHARS_IN_BLOCK = 4;
    private static final int BYTES_IN_BLOCK = 8;
    private static final int DIGITS = 16;
    private static final int BLOCK_ROUNDS = 2;
    private static final int LAST_ROUNDS = 4;

    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private int blocks;

    /// @param key0 bytes 0 to 7 of the key, little endian
    /// @param key1 bytes 8 to 15 of the key, little endian
    ShortHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
        clear();
    }

    /// How many blocks a token has.
    public static int count(String token) {
        return token.length() / CHARS_IN_BLOCK + 1;
    }

    /// The blocks of a token, for whoever needs them more than once.
    public static long[] blocks(String token) {
        var blocks = new long[count(token)];
        blocks(token, blocks, 0);
        return blocks;
    }

    /// The same, put where there is room for them, that is zeros.
    public static void blocks(String token, long[] into, int first) {
        for (var at = 0; at < token.length(); at++) {
            var place = Character.SIZE * (at % CHARS_IN_BLOCK);
            into[first + at / CHARS_IN_BLOCK] |= (long) token.charAt(at) << place;
        }
    }

    /// Begins a new window.
    public void clear() {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        blocks = 0;
    }

    /// Goes on from where another stands.
    public void copy(ShortHash other) {
        v0 = other.v0;
        v1 = other.v1;
        v2 = other.v2;
        v3 = other.v3;
        blocks = other.blocks;
    }

    /// Takes in the next token of the window.
    public void add(String token) {
        add(blocks(token));
    }

    /// Takes in the next token of the window, in blocks.
    public void add(long[] token) {
        for (var block : token) {
            add(block);
        }
    }

    void add(long block) {
        v3 ^= block;
        for (var round = 0; round < BLOCK_ROUNDS; round++) {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
        v0 ^= block;
        blocks++;
    }

    /// The hash of the tokens taken in so far; more may follow.
    public long value() {
        return value(v0, v1, v2, v3, blocks);
    }

    private static long value(long v0, long v1, long v2, long v3, int blocks) {
        var last = (long) (blocks * BYTES_IN_BLOCK) << 56;
        var a = v0;
        var b = v1;
        var c = v2;
        var d = v3 ^ last;
        for (var round = 0; round < BLOCK_ROUNDS + LAST_ROUNDS; round++) {
            if (round == BLOCK_ROUNDS) {
                a ^= last;
                c ^= 0xff;
            }
            a += b;
            b = Long.rotateLeft(b, 13) ^ a;
            a = Long.rotateLeft(a, 32);
            c += d;
            d = Long.rotateLeft(d, 16) ^ c;
            a += d;
            d = Long.rotateLeft(d, 21) ^ a;
            c += b;
            b = Long.rotateLeft(b, 17) ^ c;
            c = Long.rotateLeft(c, 32);
        }
        return a ^ b ^ c ^ d;
    }

    /// The hashes of all windows that begin with the same token, the shortest first: each as
    /// [#value] after the tokens were taken in one by one. In one go, since every word of every
    /// post is asked for: what is known so far stays in the processor's registers.
    ///
    /// @param blocks of all tokens, one token after the other
    /// @param ends where the blocks of each token end
    /// @param from the first token
    /// @param to after the last token
    /// @param into takes the hash of each window, by its number of tokens less one
    public void windows(long[] blocks, int[] ends, int from, int to, long[] into) {
        var a = key0 ^ 0x736f6d6570736575L;
        var b = key1 ^ 0x646f72616e646f6dL;
        var c = key0 ^ 0x6c7967656e657261L;
        var d = key1 ^ 0x7465646279746573L;
        var first = from == 0 ? 0 : ends[from - 1];
        var at = first;
        for (var token = from; token < to; token++) {
            for (; at < ends[token]; at++) {
                d ^= blocks[at];
                for (var round = 0; round < BLOCK_ROUNDS; round++) {
                    a += b;
                    b = Long.rotateLeft(b, 13) ^ a;
                    a = Long.rotateLeft(a, 32);
                    c += d;
                    d = Long.rotateLeft(d, 16) ^ c;
                    a += d;
                    d = Long.rotateLeft(d, 21) ^ a;
                    c += b;
                    b = Long.rotateLeft(b, 17) ^ c;
                    c = Long.rotateLeft(c, 32);
                }
                a ^= blocks[at];
            }
            into[token - from] = value(a, b, c, d, at - first);
        }
    }

    /// As it travels: 16 hexadecimal digits.
    public static String text(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    /// Back from how it travels.
    ///
    /// @throws IllegalArgumentException where it is none
    public static long parse(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("shortHash is not 16 hexadecimal digits");
        }
        return HexFormat.fromHexDigitsToLong(text);
    }
}
