package org.handbell.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final String OWL = "\uD83E\uDD89";

    @Test
    void aTextWithinItsBoundStaysAsItIs() {
        assertThat(Cut.toCharacters("abc", 3)).isEqualTo("abc");
        assertThat(Cut.toBytes("abc", 3)).isEqualTo("abc");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        assertThat(Cut.toCharacters("ab" + OWL, 3)).isEqualTo("ab");
        assertThat(Cut.toCharacters("ab" + OWL, 4)).isEqualTo("ab" + OWL);
        assertThat(Cut.toBytes("ab" + OWL, 5)).isEqualTo("ab");
        assertThat(Cut.toBytes("ab" + OWL, 6)).isEqualTo("ab" + OWL);
    }

    @Property
    void aCutIsABeginningWithinItsBound(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int most) {
        var bytes = Cut.toBytes(text, most);
        assertThat(text).startsWith(bytes);
        assertThat(bytes.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(most);
        var characters = Cut.toCharacters(text, most);
        assertThat(text).startsWith(characters);
        assertThat(characters.length()).isLessThanOrEqualTo(most);
    }
}
