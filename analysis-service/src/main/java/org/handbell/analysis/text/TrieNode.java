package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A state of an automaton while it is built: the start of one or more texts.
final class TrieNode<V> {

    private final int length;
    private final Map<Character, TrieNode<V>> children;
    private @Nullable V value;
    private @Nullable TrieNode<V> fallback;
    private int number;

    private TrieNode(int length, Comparator<Character> order) {
        this.length = length;
        this.children = new TreeMap<>(order);
    }

    /// All starts of some texts, the shortest first, each with its number and its fallback. Those
    /// that one start leads to follow each other.
    ///
    /// @param order of the letters that lead on
    static <V> List<TrieNode<V>> of(Map<String, V> valuesByText, Comparator<Character> order) {
        var root = new TrieNode<V>(0, order);
        valuesByText.forEach((text, value) -> root.add(text, value, order));
        var nodes = new ArrayList<TrieNode<V>>();
        nodes.add(root);
        for (var at = 0; at < nodes.size(); at++) {
            var node = nodes.get(at);
            node.number = at;
            node.children.forEach((letter, child) -> {
                child.fallback = node.fallback == null ? root : node.fallback.after(letter);
                nodes.add(child);
            });
        }
        return nodes;
    }

    private void add(String text, V value, Comparator<Character> order) {
        var node = this;
        for (var at = 0; at < text.length(); at++) {
            var length = at + 1;
            node =
                    node.children.computeIfAbsent(
                            text.charAt(at), any -> new TrieNode<>(length, order));
        }
        node.value = value;
    }

    /// The longest start that ends with this one, shortened as far as need be, and a letter.
    private TrieNode<V> after(char letter) {
        var node = this;
        while (!node.children.containsKey(letter) && node.fallback != null) {
            node = node.fallback;
        }
        return node.children.getOrDefault(letter, node);
    }

    int length() {
        return length;
    }

    /// Its place in the order of length.
    int number() {
        return number;
    }

    Map<Character, TrieNode<V>> children() {
        return children;
    }

    /// What stands for the text that it is; null where it is only the start of one.
    @Nullable V value() {
        return value;
    }

    /// Number of the longest other start that it ends with.
    int fallback() {
        return fallback == null ? 0 : fallback.number;
    }
}
