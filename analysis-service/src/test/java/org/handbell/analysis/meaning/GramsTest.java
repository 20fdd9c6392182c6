package org.handbell.analysis.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GramsTest {

    private static List<Script.Piece> pieces(String words) {
        return Arrays.stream(words.split(" ")).map(w -> new Script.Piece(w, null, -1)).toList();
    }

    @Test
    void aWordCountsByItselfWithItsNeighbourAndByEachFourLettersInARow() {
        assertThat(Grams.of(pieces("school"))).hasSize(2 + 3);
        assertThat(Grams.of(pieces("a long day"))).hasSize(3 + 3);
    }

    @Test
    void bucketsRiseAndNoneStandsTwice() {
        var buckets = Grams.of(pieces("the school is the school and the school is shut"));

        assertThat(buckets).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nothingOfOneTextIsLeftForTheNext() {
        var before = Grams.of(pieces("a quiet morning"));
        Grams.of(
                pieces(
                        String.join(
                                " ", IntStream.range(0, 30_000).mapToObj(i -> "w" + i).toList())));

        assertThat(Grams.of(pieces("a quiet morning"))).isEqualTo(before);
    }

    @Test
    void oneHeadByItselfSaysWhatItSaysAmongAll() {
        var weights = new byte[Grams.BUCKETS * 3];
        new Random(11).nextBytes(weights);
        var heads =
                new LinearHeads(
                        List.of("P1", "any", "E3"),
                        weights,
                        new float[] {0.5f, 0.25f, 2},
                        new float[] {-1, 0.125f, 3});
        var buckets = Grams.unordered(pieces("whoever comes late stands at the back of the hall"));

        assertThat(heads.only("any").over(buckets)).isEqualTo(heads.over(buckets)[1]);
        assertThat(heads.only("any").over(buckets)).isNotEqualTo(0.125f);
    }
}
