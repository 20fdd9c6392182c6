package org.handbell.analysis.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds many texts in one pass over a line (Aho and Corasick). A state is the longest start of any
/// text that ends at the letter just read.
///
/// The shortest starts, in which nearly all of a line is spent, have a row with the next state for
/// each letter: few enough to stay near the processor. The others are chains mostly; each has its
/// first letter that leads on, and its fallback to a shorter start, in one place of memory.
final class Automaton<V> {

    /// Most states that have a row.
    private static final int ROWS = 5000;

    /// Numbers of a state without a row: letter that leads on, where to, fallback, further edges.
    private static final int EACH = 4;

    private static final int LETTER = 0;
    private static final int TO = 1;
    private static final int FALLBACK = 2;
    private static final int FURTHER = 3;

    /// The letters of the texts by number; 0 is any other.
    private final char[] codes = new char[Character.MAX_VALUE + 1];

    private final int width;
    private final int rows;
    private final int[] next;
    private final int[] chains;
    private int[] further = {0};
    private int used = 1;

    /// For each state, of itself and its fallbacks the first that is a text; 0 where none is. A
    /// step to a state says so in its lowest bit.
    private final int[] ending;

    private final int[] shorterText;
    private final int[] lengths;
    private final @Nullable Object[] values;

    /// What is told of each text that is found.
    interface Listener<V> {

        /// @param begin first character in the line
        /// @param end character after the last
        void found(int begin, int end, V value);
    }

    Automaton(Map<String, V> valuesByText) {
        var nodes = TrieNode.of(valuesByText);
        this.width = encode(nodes);
        this.rows = Math.min(ROWS, nodes.size());
        this.next = new int[rows * width];
        this.chains = new int[(nodes.size() - rows) * EACH];
        this.ending = new int[nodes.size()];
        this.shorterText = new int[nodes.size()];
        this.lengths = new int[nodes.size()];
        this.values = new Object[nodes.size()];
        nodes.forEach(this::text);
        nodes.subList(0, rows).forEach(this::row);
        nodes.subList(rows, nodes.size()).forEach(this::chain);
    }

    /// Tells of all texts in a line, in the order in which they end.
    void search(char[] line, Listener<V> listener) {
        var state = 0;
        for (var at = 0; at < line.length; at++) {
            var code = codes[line[at]];
            var step = state < rows ? next[state * width + code] : step(state, code);
            state = step >>> 1;
            if ((step & 1) != 0) {
                tell(state, at + 1, listener);
            }
        }
    }

    private void tell(int state, int end, Listener<V> listener) {
        for (var text = ending[state]; text != 0; text = shorterText[text]) {
            listener.found(end - lengths[text], end, value(text));
        }
    }

    @SuppressWarnings("unchecked")
    private V value(int text) {
        return (V) Objects.requireNonNull(values[text]);
    }

    private int step(int from, char code) {
        var state = from;
        while (state >= rows) {
            var chain = (state - rows) * EACH;
            if (chains[chain + LETTER] == code) {
                return chains[chain + TO];
            }
            for (var edge = chains[chain + FURTHER]; further[edge] != 0; edge += 2) {
                if (further[edge] == code) {
                    return further[edge + 1];
                }
            }
            state = chains[chain + FALLBACK];
        }
        return next[state * width + code];
    }

    /// @return how many codes there are
    private int encode(List<TrieNode<V>> nodes) {
        var count = 1;
        for (var node : nodes) {
            for (var letter : node.children().keySet()) {
                if (codes[letter] == 0) {
                    codes[letter] = (char) count++;
                }
            }
        }
        return count;
    }

    private void text(TrieNode<V> node) {
        var state = node.number();
        var shorter = ending[node.fallback()];
        values[state] = node.value();
        lengths[state] = node.length();
        shorterText[state] = shorter;
        ending[state] = node.value() == null ? shorter : state;
    }

    private int to(TrieNode<V> node) {
        return node.number() << 1 | (ending[node.number()] == 0 ? 0 : 1);
    }

    /// Shorter starts have their rows already.
    private void row(TrieNode<V> node) {
        var row = node.number() * width;
        System.arraycopy(next, node.fallback() * width, next, row, width);
        node.children().forEach((letter, child) -> next[row + codes[letter]] = to(child));
    }

    private void chain(TrieNode<V> node) {
        var chain = (node.number() - rows) * EACH;
        chains[chain + FALLBACK] = node.fallback();
        node.children()
                .forEach((letter, child) -> {
                    if (chains[chain + LETTER] == 0) {
                        chains[chain + LETTER] = codes[letter];
                        chains[chain + TO] = to(child);
                    } else {
                        further(chain, codes[letter], to(child));
                    }
                });
    }

    /// Further edges of a state stand one after the other, with a zero after the last.
    private void further(int chain, char code, int to) {
        var first = chains[chain + FURTHER] == 0;
        var at = first ? used : used - 1;
        used = at + 3;
        if (used > further.length) {
            further = Arrays.copyOf(further, used * 2);
        }
        further[at] = code;
        further[at + 1] = to;
        if (first) {
            chains[chain + FURTHER] = at;
        }
    }
}
