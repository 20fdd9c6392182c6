package org.handbell.analysis.text;

import java.util.HashMap;
import java.util.Map;

/// Finds many texts in one pass over a line (Aho and Corasick). A state is the longest start of any
/// text that ends at the letter just read.
///
/// Each letter of each post goes through here, so a state is small: two numbers, the first with a
/// bit for each letter that leads on. The states that these lead to follow each other, so the place
/// of one is told by how many bits stand before its letter's. All starts of ten thousand phrases
/// take some megabytes that way, and the short ones, in which nearly all of a line is spent, stay
/// near the processor. For the same reason all that is known of a text stands in one place.
final class Automaton {

    /// Numbers of a state.
    private static final int EACH = 2;

    /// The first: a bit for each letter that leads on.
    private static final int LETTERS = 0;

    /// The second: the state that the first letter leads to, that of the longest shorter start, and
    /// in the lowest bit whether a text ends here.
    private static final int LINKS = 1;

    private static final int TO = 32;

    private final Alphabet alphabet;
    private final long[] states;

    /// Where a letter leads to that has no bit of its own: few texts hold one.
    private final Map<Long, Integer> rare = new HashMap<>();

    /// For each state, of itself and its fallbacks the first that is a text; 0 where none is.
    private final int[] ending;

    /// Of each text its length, its number and the text that it ends with; the first is none.
    private final int[] texts;

    private int lastText;

    private static final int EACH_TEXT = 3;
    private static final int LENGTH = 0;
    private static final int NUMBER = 1;
    private static final int SHORTER = 2;

    /// What is told of each text that is found.
    interface Listener {

        /// @param begin first character in the line
        /// @param end character after the last
        /// @param number of the text
        void found(int begin, int end, int number);
    }

    /// @param numbers of the texts
    Automaton(Map<String, Integer> numbers) {
        this.alphabet = Alphabet.of(numbers.keySet());
        var nodes = TrieNode.of(numbers, alphabet);
        this.states = new long[nodes.size() * EACH];
        this.ending = new int[nodes.size()];
        this.texts = new int[(numbers.size() + 1) * EACH_TEXT];
        nodes.forEach(this::text);
        nodes.forEach(this::link);
    }

    /// Tells of all texts in a line, in the order in which they end.
    void search(char[] line, Listener listener) {
        var state = 0;
        for (var at = 0; at < line.length; at++) {
            state = step(state, line[at], at + 1, listener);
        }
    }

    /// The same, and keeps the state after each letter.
    void search(char[] line, int[] states, Listener listener) {
        var state = 0;
        for (var at = 0; at < line.length; at++) {
            state = step(state, line[at], at + 1, listener);
            states[at] = state;
        }
    }

    /// Goes on by one letter and tells of the texts that end with it.
    ///
    /// @param from the state before; 0 at the start of a line
    /// @param end where in the line the letter ends
    /// @return the state after
    int step(int from, char letter, int end, Listener listener) {
        var code = alphabet.code(letter);
        var state = code == Alphabet.RARE ? rare(from, letter) : next(from, code);
        if ((states[state * EACH + LINKS] & 1) != 0) {
            tell(state, end, listener);
        }
        return state;
    }

    private int next(int from, int code) {
        var state = from;
        while (true) {
            var at = state * EACH;
            var letters = states[at + LETTERS] >>> code;
            if ((letters & 1) != 0) {
                // Counted from the letter on, since the last letters come first.
                return (int) (states[at + LINKS] >>> TO) + Long.bitCount(letters) - 1;
            }
            if (state == 0) {
                return 0;
            }
            state = fallback(state);
        }
    }

    private int fallback(int state) {
        return (int) states[state * EACH + LINKS] >>> 1;
    }

    private int rare(int from, char letter) {
        var state = from;
        while (true) {
            var to = rare.get(rare(letter, state));
            if (to != null || state == 0) {
                return to == null ? 0 : to;
            }
            state = fallback(state);
        }
    }

    private static long rare(char letter, int state) {
        return (long) letter << TO | state;
    }

    private void tell(int state, int end, Listener listener) {
        for (var text = ending[state]; text != 0; text = texts[text + SHORTER]) {
            listener.found(end - texts[text + LENGTH], end, texts[text + NUMBER]);
        }
    }

    private void text(TrieNode<Integer> node) {
        var shorter = ending[node.fallback()];
        var number = node.value();
        if (number == null) {
            ending[node.number()] = shorter;
            return;
        }
        lastText += EACH_TEXT;
        texts[lastText + LENGTH] = node.length();
        texts[lastText + NUMBER] = number;
        texts[lastText + SHORTER] = shorter;
        ending[node.number()] = lastText;
    }

    private void link(TrieNode<Integer> node) {
        var at = node.number() * EACH;
        var ends = ending[node.number()] == 0 ? 0 : 1;
        states[at + LINKS] = (long) node.fallback() << 1 | ends;
        var first = Integer.MAX_VALUE;
        for (var child : node.children().entrySet()) {
            var letter = child.getKey();
            var to = child.getValue().number();
            var code = alphabet.code(letter);
            if (code == Alphabet.RARE) {
                rare.put(rare(letter, node.number()), to);
            } else {
                states[at + LETTERS] |= 1L << code;
                first = Math.min(first, to);
            }
        }
        if (first < Integer.MAX_VALUE) {
            states[at + LINKS] |= (long) first << TO;
        }
    }
}
