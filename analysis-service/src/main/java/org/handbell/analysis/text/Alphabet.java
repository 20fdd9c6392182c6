package org.handbell.analysis.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.stream.IntStream;

/// The letters of some texts by number: the most frequent have one of their own, low where they are
/// frequent.
final class Alphabet implements Comparator<Character> {

    /// Number of letters that no text holds.
    static final int FOREIGN = 63;

    /// Number of all letters that are too seldom for one of their own; higher than any other, so
    /// that no shift of 64 bits takes it for one.
    static final int RARE = 64;

    private final byte[] codes;

    private Alphabet(byte[] codes) {
        this.codes = codes;
    }

    static Alphabet of(Collection<String> texts) {
        var counts = new HashMap<Character, Integer>();
        texts.forEach(text ->
                text.chars().forEach(letter -> counts.merge((char) letter, 1, Integer::sum)));
        var byCount =
                counts.keySet().stream()
                        .sorted(
                                Comparator.<Character>comparingInt(counts::get)
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        var codes = new byte[Character.MAX_VALUE + 1];
        java.util.Arrays.fill(codes, (byte) FOREIGN);
        IntStream.range(0, byCount.size())
                .forEach(at -> codes[byCount.get(at)] = (byte) (at < FOREIGN ? at : RARE));
        return new Alphabet(codes);
    }

    int code(char letter) {
        return codes[letter];
    }

    /// The highest number first, so that a letter's place among those that lead on is told by the
    /// bits from its own upwards.
    @Override
    public int compare(Character one, Character other) {
        var byCode = Integer.compare(code(other), code(one));
        return byCode != 0 ? byCode : Character.compare(one, other);
    }
}
