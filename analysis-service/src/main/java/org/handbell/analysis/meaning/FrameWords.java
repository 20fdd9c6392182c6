package org.handbell.analysis.meaning;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.handbell.analysis.meaning.Script.Piece;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;

/// The words that say who speaks, how, and which field follows: the same for all posts.
final class FrameWords {

    static final Piece UNAPPROVED = piece("unapproved");
    static final Piece GOVERNOR = piece("governor");
    static final Piece VIDEO = piece("video");
    static final Piece PICTURE = piece("picture");
    static final Piece PERMITTED = piece("permitted");

    static final List<Piece> SAYS = pieces("says :");
    static final List<Piece> SHOWS = pieces("picture :");
    static final List<Piece> WRITTEN = pieces("written in picture :");
    static final List<Piece> ANSWERS = pieces("answers to :");
    static final List<Piece> OPTION = pieces("option :");
    static final List<Piece> LINK = pieces("link :");
    static final List<Piece> OTHER = pieces(":");

    private static final Map<Kind, Piece> KINDS = each(Kind.class);
    private static final Map<Action, Piece> ACTIONS = each(Action.class);

    private FrameWords() {}

    static Piece of(Kind kind) {
        return Objects.requireNonNull(KINDS.get(kind));
    }

    static Piece of(Action action) {
        return Objects.requireNonNull(ACTIONS.get(action));
    }

    private static Piece piece(String word) {
        return new Piece(word, null, -1);
    }

    private static List<Piece> pieces(String words) {
        return Stream.of(words.split(" ")).map(FrameWords::piece).toList();
    }

    private static <E extends Enum<E>> Map<E, Piece> each(Class<E> type) {
        var pieces = new EnumMap<E, Piece>(type);
        for (var one : type.getEnumConstants()) {
            pieces.put(one, piece(one.name().toLowerCase(Locale.ROOT)));
        }
        return pieces;
    }
}
