package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import org.handbell.analysis.text.PhraseBook;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.contract.Finding;

/// The phrases of the policy pack's lexicons, each within one sentence.
public final class LexiconDetector implements Detector {

    private final PhraseBook book;

    public LexiconDetector(PhraseBook book) {
        this.book = book;
    }

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var hits = new ArrayList<Hit>();
        for (var reading : text.readings()) {
            for (var match : book.in(reading)) {
                if (oneSentence(reading, match)) {
                    hits.add(hit(reading, match, 1));
                }
            }
        }
        return hits;
    }

    private static boolean oneSentence(Reading reading, PhraseBook.Match match) {
        return reading.tokens().get(match.from()).sentence()
                == reading.tokens().get(match.to() - 1).sentence();
    }

    static Hit hit(Reading reading, PhraseBook.Match match, double strength) {
        var phrase = match.phrase();
        return new Hit(
                phrase.family(),
                span(reading, match.from(), match.to()),
                reading.tokens().get(match.from()).sentence(),
                strength,
                phrase.entry());
    }

    static Finding.Span span(Reading reading, int from, int to) {
        var tokens = reading.tokens();
        return new Finding.Span(
                reading.field(), tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
