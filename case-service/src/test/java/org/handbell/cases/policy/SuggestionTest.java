package org.handbell.cases.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handbell.cases.policy.PolicyBooks.Range;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> PARAGRAPHS =
            List.of(
                    "Everybody who works here reads these rules.",
                    "Pictures of pupils need the word of a parent first.",
                    "Nobody may say offensive things about another faith or origin.",
                    "Reputation is everybody's business.");

    @Test
    void theParagraphThatSharesMostRareWordsIsSuggested() {
        var suggestion = new Suggestion(PARAGRAPHS);
        assertThat(suggestion.like(Clauses.title("E5"))).contains(new Range(2, 2));
        assertThat(suggestion.like(Clauses.title("E9"))).contains(new Range(3, 3));
        assertThat(suggestion.like(Clauses.title("P1"))).contains(new Range(4, 4));
    }

    @Test
    void whereNothingIsSharedNothingIsSuggested() {
        assertThat(new Suggestion(PARAGRAPHS).like("Xylophone quarrels")).isEmpty();
    }

    @Test
    void everyClauseHasATitleAndAPlaceInTheOrder() {
        assertThat(Clauses.ids())
                .hasSizeGreaterThan(35)
                .startsWith("P1", "P2")
                .containsSubsequence("P9", "E1", "E2", "E10", "E11", "C1", "S1", "G1", "D1", "M1")
                .allMatch(Clauses::known);
    }
}
