package org.handbell.analysis.meaning;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The vocabulary of a BERT-like encoder, and how a script is written in it: the longest known
/// piece first, as WordPiece does.
public final class WordPieces {

    private static final int LONGEST_WORD = 64;

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int separator;
    private final int unknown;

    /// @param vocabulary piece to id; pieces inside a word start with `##`
    public WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.start = id("[CLS]");
        this.separator = id("[SEP]");
        this.unknown = id("[UNK]");
    }

    /// A script in ids.
    ///
    /// @param ids with the start and the end sign
    /// @param pieces for each id the index of the script's piece; -1 for start and end
    public record Written(int[] ids, int[] pieces) {

        public int length() {
            return ids.length;
        }
    }

    /// Writes a script.
    public Written write(Script script) {
        var ids = new Growing();
        ids.add(start, -1);
        for (var i = 0; i < script.pieces().size(); i++) {
            add(script.pieces().get(i).word(), i, ids);
        }
        ids.add(separator, -1);
        return ids.written();
    }

    private void add(String word, int piece, Growing ids) {
        if (word.length() > LONGEST_WORD) {
            ids.add(unknown, piece);
            return;
        }
        var mark = ids.size;
        for (var from = 0; from < word.length(); ) {
            var to = longest(word, from);
            if (to == from) {
                ids.size = mark;
                ids.add(unknown, piece);
                return;
            }
            ids.add(id(key(word, from, to)), piece);
            from = to;
        }
    }

    private int longest(String word, int from) {
        for (var to = word.length(); to > from; to--) {
            if (vocabulary.containsKey(key(word, from, to))) {
                return to;
            }
        }
        return from;
    }

    private static String key(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
    }

    private int id(String piece) {
        @Nullable Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return id;
    }

    private static final class Growing {

        private int[] ids = new int[64];
        private int[] pieces = new int[64];
        private int size;

        void add(int id, int piece) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                pieces = Arrays.copyOf(pieces, size * 2);
            }
            ids[size] = id;
            pieces[size++] = piece;
        }

        Written written() {
            return new Written(Arrays.copyOf(ids, size), Arrays.copyOf(pieces, size));
        }
    }
}
