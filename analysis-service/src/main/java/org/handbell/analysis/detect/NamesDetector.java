package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handbell.analysis.text.PhraseBook;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;

/// Schools, staff, suppliers and marks of the register, by name.
///
/// A name that is one word may be another word as well: a first name counts where it is written as
/// a name, an alias of a supplier or a school only where no place or trade of that name follows
/// (`Northgate roundabout`).
public final class NamesDetector implements Detector {

    private final Set<String> elsewhere;

    /// @param elsewhere words after which, directly following, a name means a place: `village`
    public NamesDetector(Set<String> elsewhere) {
        this.elsewhere = elsewhere;
    }

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var book = circumstances.register().names().book();
        var hits = new ArrayList<Hit>();
        for (var reading : text.readings()) {
            for (var match : book.in(reading)) {
                if (means(reading, match)) {
                    hits.add(mine(LexiconDetector.hit(reading, match, 1), circumstances));
                }
            }
        }
        return hits;
    }

    /// Writing of oneself gives no colleague away.
    private static Hit mine(Hit hit, Circumstances circumstances) {
        var self =
                hit.family().startsWith("staff.") && circumstances.authorId().equals(hit.entry());
        return self
                ? new Hit("staff.self", hit.span(), hit.sentence(), hit.strength(), hit.entry())
                : hit;
    }

    private boolean means(Reading reading, PhraseBook.Match match) {
        return switch (match.phrase().family()) {
            case "staff.first" -> named(reading, match);
            case "supplier.alias", "school.name" -> !place(reading, match) && cased(reading, match);
            case "school.joined" -> longer(reading, match);
            default -> true;
        };
    }

    private static boolean named(Reading reading, PhraseBook.Match match) {
        return reading.tokens().get(match.from()).capital();
    }

    private boolean place(Reading reading, PhraseBook.Match match) {
        if (match.to() - match.from() > 2 || match.to() >= reading.tokens().size()) {
            return false;
        }
        var next = reading.tokens().get(match.to());
        return next.gap().isBlank() && elsewhere.contains(next.text());
    }

    /// `the Trust` is the school's own; `trust me` and `the trust of children` are not.
    private static boolean cased(Reading reading, PhraseBook.Match match) {
        if (!match.phrase().text().equals("the trust")) {
            return true;
        }
        return reading.tokens().get(match.to() - 1).capital();
    }

    /// Within a longer word, or as a handle or hashtag.
    private static boolean longer(Reading reading, PhraseBook.Match match) {
        Token token = reading.tokens().get(match.from());
        var joined = match.phrase().text().toLowerCase(Locale.ROOT).length() - 2;
        return token.text().length() > joined || token.tagged();
    }
}
