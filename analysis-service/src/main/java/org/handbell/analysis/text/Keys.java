package org.handbell.analysis.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the texts in an automaton stand for: phrases, or parts of expressions. Texts are found some
/// dozens of times in each post, and most are parts of expressions of which the others do not
/// follow: so all that is asked of such a one is a few numbers that stand side by side.
final class Keys {

    /// The number of the expression where a text is a phrase by itself.
    static final int WHOLE = -1;

    private static final int EACH = 3;

    /// What a text stands for.
    ///
    /// @param phrase the phrase, whole; null where it is part of an expression
    /// @param expression number of the expression; [#WHOLE] where it is of none
    /// @param part which of its sets of texts this one belongs to, as a bit
    /// @param rank place of the text among those that the expression stands for or starts with;
    ///   negative where it is no matter where the text stands
    record Key(PhraseBook.@Nullable Phrase phrase, int expression, int part, int rank) {}

    private final int[] firsts;
    private final int[] numbers;
    private final PhraseBook.@Nullable Phrase[] phrases;

    /// @param keys of each text
    Keys(List<List<Key>> keys) {
        this.firsts = new int[keys.size() + 1];
        for (var text = 0; text < keys.size(); text++) {
            firsts[text + 1] = firsts[text] + keys.get(text).size();
        }
        this.numbers = new int[firsts[keys.size()] * EACH];
        this.phrases = new PhraseBook.Phrase[firsts[keys.size()]];
        var at = 0;
        for (var text : keys) {
            for (var key : text) {
                put(at++, key);
            }
        }
    }

    private void put(int at, Key key) {
        phrases[at] = key.phrase();
        numbers[at * EACH] = key.expression();
        numbers[at * EACH + 1] = key.part();
        numbers[at * EACH + 2] = key.rank();
    }

    /// The first key of a text; its last stands before the first of the next text.
    int first(int text) {
        return firsts[text];
    }

    int expression(int key) {
        return numbers[key * EACH];
    }

    int part(int key) {
        return numbers[key * EACH + 1];
    }

    int rank(int key) {
        return numbers[key * EACH + 2];
    }

    PhraseBook.Phrase phrase(int key) {
        return java.util.Objects.requireNonNull(phrases[key]);
    }
}
