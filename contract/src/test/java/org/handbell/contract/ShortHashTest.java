package org.handbell.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortHashTest {

    private final KeyedHash hash = keyed("a key of at least thirty-two bytes!");

    /// The published test vectors: the key is bytes 0 to 15, the text bytes 0 to its length.
    @ParameterizedTest
    @CsvSource({
        "0, 726fdb47dd0e0e31",
        "1, 93f5f5799a932462",
        "2, 3f2acc7f57c29bdb",
        "3, b8ad50c6f649af94",
        "7, b78dbfaf3a8d83bd"
    })
    void itIsWhatOthersComputeForTheSameBytes(int blocks, String expected) {
        var ours = new ShortHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        for (var i = 0; i < blocks; i++) {
            ours.add(0x0706050403020100L + i * 0x0808080808080808L);
        }

        assertThat(ShortHash.text(ours.value())).isEqualTo(expected);
    }

    @Test
    void aTokenIsFilledUpWithZerosAndNoTwoTokensAreAlike() {
        assertThat(ShortHash.blocks("abc")).containsExactly(0x0000_0063_0062_0061L);
        assertThat(ShortHash.blocks("abcd")).containsExactly(0x0064_0063_0062_0061L, 0);
    }

    @Test
    void aWindowThatGrowsHasAtEachStepTheHashOfItsTokens() {
        var growing = hash.shortHash();
        growing.add("rosalind");
        assertThat(ShortHash.text(growing.value())).isEqualTo(hash.shortOf(List.of("rosalind")));
        growing.add("achterberg");

        assertThat(ShortHash.text(growing.value()))
                .isEqualTo(hash.shortOf(List.of("rosalind", "achterberg")));
        growing.clear();
        growing.add("rosalind");
        assertThat(ShortHash.text(growing.value())).isEqualTo(hash.shortOf(List.of("rosalind")));
    }

    @Test
    void theWindowsFromAWordHaveTheHashesOfTheirTokens() {
        var tokens = List.of("the", "rosalind", "a", "achterberg-of-the-long-name");
        var ends = new int[tokens.size()];
        for (var at = 0; at < ends.length; at++) {
            ends[at] = (at == 0 ? 0 : ends[at - 1]) + ShortHash.count(tokens.get(at));
        }
        var blocks = new long[ends[3]];
        for (var at = 0; at < ends.length; at++) {
            ShortHash.blocks(tokens.get(at), blocks, at == 0 ? 0 : ends[at - 1]);
        }
        var hashes = new long[3];

        hash.shortHash().windows(blocks, ends, 1, 4, hashes);

        assertThat(Arrays.stream(hashes).mapToObj(ShortHash::text))
                .containsExactly(
                        hash.shortOf(tokens.subList(1, 2)),
                        hash.shortOf(tokens.subList(1, 3)),
                        hash.shortOf(tokens.subList(1, 4)));
    }

    @Test
    void itNeedsTheKeyAndKnowsWhereATokenEnds() {
        assertThat(hash.shortOf(List.of("ab", "c")))
                .isNotEqualTo(hash.shortOf(List.of("a", "bc")))
                .isNotEqualTo(
                        keyed("another key of at least 32 bytes!!").shortOf(List.of("ab", "c")));
    }

    @Test
    void anOlderRecordHasNone() {
        var older = "{\"form\":\"full_name\",\"tokens\":2,\"hash\":\"0123abcd\"}";

        assertThat(Json.mapper().readValue(older, HashedWindow.class).shortHash()).isNull();
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThatThrownBy(() -> new HashedWindow(RegisterEvent.Form.TERM, 1, "ab", "nothex"))
                .hasMessage("shortHash is not 16 hexadecimal digits");
    }

    private static KeyedHash keyed(String key) {
        return new KeyedHash(key.getBytes(StandardCharsets.UTF_8));
    }
}
