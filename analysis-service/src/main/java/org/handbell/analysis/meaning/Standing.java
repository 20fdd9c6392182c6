package org.handbell.analysis.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.meaning.Script.Piece;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// A hit in whose place a script says what stands there: `[pupil]`.
///
/// @param rank how telling it is, the most telling first
/// @param words what the script says
record Standing(Hit hit, int rank, List<String> words) {

    /// What stands for a family of hits, the most telling first.
    private static final List<Map.Entry<String, String>> STANDS_FOR =
            List.of(
                    Map.entry("own.full", "own child"),
                    Map.entry("own.identified", "own child"),
                    Map.entry("own.first", "own child"),
                    Map.entry("pupil.full", "pupil"),
                    Map.entry("pupil.tag", "pupil"),
                    Map.entry("pupil.identified", "pupil"),
                    Map.entry("former.full", "former pupil"),
                    Map.entry("former.tag", "former pupil"),
                    Map.entry("former.identified", "former pupil"),
                    Map.entry("relative.full", "relative"),
                    Map.entry("relative.identified", "relative"),
                    Map.entry("staff.self", "me"),
                    Map.entry("staff.full", "colleague"),
                    Map.entry("staff.titled", "colleague"),
                    Map.entry("supplier.full", "supplier"),
                    Map.entry("term", "secret"),
                    Map.entry("mark", "mark"),
                    Map.entry("mark.motto", "mark"),
                    Map.entry("school.name", "school"),
                    Map.entry("school.joined", "school"),
                    Map.entry("supplier.alias", "supplier"),
                    Map.entry("authority", "council"),
                    Map.entry("partner", "partner"),
                    Map.entry("contact.phone", "phone"),
                    Map.entry("contact.mail", "mail"),
                    Map.entry("pupil.class", "class"),
                    Map.entry("staff.first", "name"),
                    Map.entry("pupil.first", "name"),
                    Map.entry("former.first", "name"));

    private static final Map<String, Family> FAMILIES = families();

    private record Family(int rank, List<String> words) {}

    private static Map<String, Family> families() {
        var families = new HashMap<String, Family>();
        for (var rank = 0; rank < STANDS_FOR.size(); rank++) {
            var family = STANDS_FOR.get(rank);
            families.put(family.getKey(), new Family(rank, words(family.getValue())));
        }
        return families;
    }

    /// A name in its words.
    static List<String> words(String name) {
        return List.of(name.split(" "));
    }

    /// Those of some hits for which something stands, in the same order.
    static List<Standing> of(List<Hit> hits) {
        var standings = new ArrayList<Standing>();
        for (var hit : hits) {
            var family = FAMILIES.get(hit.family());
            if (family != null) {
                standings.add(new Standing(hit, family.rank(), family.words()));
            }
        }
        return standings;
    }

    /// Those of one field, in the same order.
    static List<Standing> in(String field, List<Standing> standings) {
        var own = new ArrayList<Standing>();
        for (var standing : standings) {
            if (standing.hit.field().equals(field)) {
                own.add(standing);
            }
        }
        return own;
    }

    /// Whether all letters from one to another belong to it.
    boolean covers(int from, int to) {
        return hit.span().start() <= from && to <= hit.span().end();
    }

    void write(int sentence, List<Piece> pieces) {
        placeholder(words, hit.span(), sentence, pieces);
    }

    /// Some words in brackets.
    static void placeholder(
            List<String> words, Finding.@Nullable Span span, int sentence, List<Piece> pieces) {
        pieces.add(new Piece("[", span, sentence));
        for (var word : words) {
            pieces.add(new Piece(word, span, sentence));
        }
        pieces.add(new Piece("]", span, sentence));
    }
}
