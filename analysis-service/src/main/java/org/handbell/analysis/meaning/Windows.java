package org.handbell.analysis.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text that is too long for the encoder is read in windows that overlap, each with the frame
/// before it.
final class Windows {

    private static final int OVERLAP = 64;

    /// The first ids, which say who speaks and how.
    private static final int FRAME = 6;

    private Windows() {}

    static List<WordPieces.Written> of(WordPieces.Written all) {
        if (all.length() <= Encoder.LONGEST) {
            return List.of(all);
        }
        var frame = Math.min(FRAME, all.length());
        var room = Encoder.LONGEST - frame - 1;
        var windows = new ArrayList<WordPieces.Written>();
        for (var from = frame; from < all.length() - 1; from += room - OVERLAP) {
            var to = Math.min(from + room, all.length() - 1);
            windows.add(window(all, frame, from, to));
            if (to == all.length() - 1) {
                break;
            }
        }
        return windows;
    }

    private static WordPieces.Written window(WordPieces.Written all, int frame, int from, int to) {
        var length = frame + to - from + 1;
        var ids = Arrays.copyOf(all.ids(), length);
        var pieces = Arrays.copyOf(all.pieces(), length);
        System.arraycopy(all.ids(), from, ids, frame, to - from);
        System.arraycopy(all.pieces(), from, pieces, frame, to - from);
        ids[length - 1] = all.ids()[all.length() - 1];
        pieces[length - 1] = -1;
        return new WordPieces.Written(ids, pieces);
    }
}
