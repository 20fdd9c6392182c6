package org.handbell.ingest.source.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LittleTextTest {

    @ParameterizedTest
    @CsvSource({
        "'Well done \\(at last\\) \\@all', 'Well done (at last) @all'",
        "'Thanks @[Wren \\(4B\\)](urn:li:person:Ab_1)!', 'Thanks Wren (4B)!'",
        "'@[Hedge School](urn:li:organization:77) \\_now\\_', 'Hedge School _now_'",
        "'{hashtag|\\#|sports\\_day} came', '#sports_day came'",
        "'{hashtag|#|cup}', '#cup'",
        "'C:\\\\temp', 'C:\\temp'"
    })
    void marksAreTakenOut(String little, String plain) {
        assertThat(LittleText.plain(little)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\",
                "@[",
                "@[x](mailto:y)",
                "{hashtag|",
                "{other|a|b}",
                "50 % of $1 \\n",
                "look (here) [there]"
            })
    void whatIsNoMarkStaysAsItIs(String text) {
        assertThat(LittleText.plain(text)).isEqualTo(text);
    }

    @Test
    void manyHalfMarksTakeNoLongTime() {
        var half = "@[a{hashtag|#|".repeat(20_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(LittleText.plain(half)).isEqualTo(half));
    }
}
