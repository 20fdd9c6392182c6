package org.handbell.analysis.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds many texts in one pass over a line (Aho and Corasick). A state is the longest start of any
/// text that ends at the letter just read.
///
/// The shortest starts, in which nearly all of a line is spent, have a row with the next state for
/// each letter: few enough to stay near the processor. The others list the letters that lead on,
/// mostly one, and else fall back to a shorter start.
final class Automaton<V> {

    /// Most states that have a row.
    private static final int ROWS = 6_000;

    /// The letters of the texts by number; 0 is any other.
    private final char[] codes = new char[Character.MAX_VALUE + 1];

    private final int width;
    private final int rows;
    private final int[] next;
    private final int[] firstEdge;
    private final char[] edgeCodes;
    private final int[] edgeStates;
    private final int[] fallback;

    /// For each state, of itself and its fallbacks the first that is a text; 0 where none is.
    private final int[] ending;

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
        this.firstEdge = new int[nodes.size() + 1];
        this.edgeCodes = new char[nodes.size()];
        this.edgeStates = new int[nodes.size()];
        this.fallback = new int[nodes.size()];
        this.ending = new int[nodes.size()];
        this.lengths = new int[nodes.size()];
        this.values = new Object[nodes.size()];
        nodes.forEach(this::add);
    }

    /// Tells of all texts in a line, in the order in which they end.
    void search(char[] line, Listener<V> listener) {
        var state = 0;
        for (var at = 0; at < line.length; at++) {
            state = step(state, codes[line[at]]);
            for (var text = ending[state]; text != 0; text = ending[fallback[text]]) {
                listener.found(at + 1 - lengths[text], at + 1, value(text));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private V value(int text) {
        return (V) java.util.Objects.requireNonNull(values[text]);
    }

    private int step(int from, char code) {
        var state = from;
        while (state >= rows) {
            for (var edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                if (edgeCodes[edge] == code) {
                    return edgeStates[edge];
                }
            }
            state = fallback[state];
        }
        return next[state * width + code];
    }

    /// @return how many codes there are
    private int encode(List<? extends TrieNode<V>> nodes) {
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

    /// Takes in a state; those of shorter starts are there already.
    private void add(TrieNode<V> node) {
        var state = node.number();
        fallback[state] = node.fallback();
        lengths[state] = node.length();
        values[state] = node.value();
        ending[state] = node.value() == null ? ending[fallback[state]] : state;
        if (state < rows) {
            System.arraycopy(next, fallback[state] * width, next, state * width, width);
        }
        var edge = firstEdge[state];
        for (var child : node.children().entrySet()) {
            var code = codes[child.getKey()];
            edgeCodes[edge] = code;
            edgeStates[edge++] = child.getValue().number();
            if (state < rows) {
                next[state * width + code] = child.getValue().number();
            }
        }
        firstEdge[state + 1] = edge;
    }
}
