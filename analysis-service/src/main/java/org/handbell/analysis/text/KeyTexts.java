package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handbell.analysis.text.Keys.Key;
import org.handbell.analysis.text.PhraseBook.Expressed;
import org.handbell.analysis.text.PhraseBook.Phrase;

/// The texts that an automaton looks for, made of the phrases of a book.
final class KeyTexts {

    /// Shorter numbers are not worth looking for one by one.
    private static final int LONG_NUMBER = 3;

    private final TreeMap<String, List<Key>> byText = new TreeMap<>();
    private final List<Expressed> expressions = new ArrayList<>();

    void add(Phrase phrase) {
        if (!Expression.is(phrase.text())) {
            whole(key(phrase.text()), phrase);
            return;
        }
        var expression = Expression.of(phrase.text());
        if (expression.words()) {
            expression.texts().forEach(text -> whole(text, phrase));
        } else {
            express(phrase, expression);
        }
    }

    /// Those that a text alone does not find, by number.
    List<Expressed> expressions() {
        return expressions;
    }

    /// What each text stands for, by number.
    List<List<Key>> keys() {
        return List.copyOf(byText.values());
    }

    /// The number of each text.
    Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        byText.keySet().forEach(text -> numbers.put(text, numbers.size()));
        return numbers;
    }

    private void express(Phrase phrase, Expression expression) {
        var number = expressions.size();
        var part = 1;
        var spelt = !expression.texts().isEmpty();
        var placed = spelt ? expression.texts() : List.copyOf(expression.placed());
        if (!placed.isEmpty()) {
            for (var rank = 0; rank < placed.size(); rank++) {
                put(placed.get(rank), new Key(null, number, part, rank));
            }
            part <<= 1;
        }
        var digits = 0;
        for (var needed : expression.needs()) {
            for (var text : needed) {
                if (Expression.digit(text) && text.length() < LONG_NUMBER) {
                    digits |= part;
                } else {
                    put(text, new Key(null, number, part, -1));
                }
            }
            part <<= 1;
        }
        expressions.add(new Expressed(phrase, expression, part - 1, digits));
    }

    private void whole(String text, Phrase phrase) {
        put(text, new Key(phrase, Keys.WHOLE, 0, 0));
    }

    private void put(String text, Key key) {
        byText.computeIfAbsent(text, any -> new ArrayList<>()).add(key);
    }

    private static String key(String phrase) {
        var start = phrase.startsWith("*");
        var end = phrase.endsWith("*");
        var bare = phrase.substring(start ? 1 : 0, phrase.length() - (end ? 1 : 0));
        return (start ? "" : " ") + bare + (end ? "" : " ");
    }
}
