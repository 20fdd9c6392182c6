package org.handbell.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "a(b|c)d?, 'abd,ab,acd,ac'",
        "'x{1,3}', 'xxx,xx,x'",
        "'x{2}y{0,1}', 'xxy,xx'",
        "[a-c1]\\., 'a.,b.,c.,1.'",
        "(?:go|going|) up, 'go up,going up, up'"
    })
    void fewTextsComeInTheOrderInWhichTheyAreTried(String expression, String texts) {
        assertThat(SyntaxReader.read(expression).texts(50).orElseThrow())
                .containsExactly(texts.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a+", "a.b", "\\w", "(?=a)b", "[a-z]{2}", "[^a]", "a*?", "(a)\\1", "(?i)a"})
    void whereTheyAreManyOrUnknownThereAreNone(String expression) {
        assertThat(SyntaxReader.read(expression).texts(50)).isEmpty();
    }

    @Test
    void theRarestOfWhatItNeedsComesFirst() {
        var needs =
                SyntaxReader.read("(my|the) (\\w+ ){0,2}(choir|orchestra) (sings|sang)").needs(50);

        assertThat(needs.getFirst().texts()).contains("choir sings", "orchestra sang");
        assertThat(needs).hasSize(2);
    }

    @Test
    void whatMayBeMissingIsNotNeeded() {
        assertThat(SyntaxReader.read("(choir )?\\w+").needs(50)).isEmpty();
        assertThat(SyntaxReader.read("choir|\\w+").needs(50)).isEmpty();
        assertThat(SyntaxReader.read("(choir|band)+").needs(50)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "(a|b)c(d), (?:a|b)c(?:d)",
        "\\((a)[(]\\], \\((?:a)[(]\\]",
        "(?<=a)(b), (?<=a)(?:b)",
        "(a)\\1, (a)\\1"
    })
    void groupsAreNotRememberedUnlessTheyAreAskedFor(String expression, String ungrouped) {
        assertThat(SyntaxReader.ungrouped(expression)).isEqualTo(ungrouped);
    }
}
