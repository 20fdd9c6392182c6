package org.handbell.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.analysis.text.PhraseBook;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;

/// The lexicons of the pack beside a loop over regular expressions.
final class Comparison {

    private final PhraseBook book;
    private final RegexRules regexes;
    private final List<List<Reading>> posts;

    Comparison(CheapStages stages) {
        this.book = stages.packs().all().getLast().book();
        this.regexes = RegexRules.of(stages.lexicons());
        this.posts =
                stages.posts().stream().map(post -> PostText.of(post.post()).readings()).toList();
    }

    /// Runs the loop over one of the posts.
    ///
    /// @return how much it found
    int loop(int number) {
        var found = 0;
        for (var reading : posts.get(number % posts.size())) {
            found += regexes.in(reading).size();
        }
        return found;
    }

    /// Runs the lexicons over one of the posts.
    ///
    /// @return how much they found
    int book(int number) {
        var found = 0;
        for (var reading : posts.get(number % posts.size())) {
            found += book.in(reading).size();
        }
        return found;
    }

    /// How often the lexicons find something in the first posts.
    ///
    /// @throws IllegalStateException where the loop finds anything else
    int sameHits(int upTo) {
        var hits = 0;
        for (var i = 0; i < upTo; i++) {
            for (var reading : posts.get(i % posts.size())) {
                hits += sameHits(reading);
            }
        }
        return hits;
    }

    private int sameHits(Reading reading) {
        var byLoop = regexes.in(reading);
        var byBook = found(reading);
        if (!byLoop.equals(byBook)) {
            throw new IllegalStateException(
                    "the loop finds %s, the lexicons %s".formatted(byLoop, byBook));
        }
        return byBook.size();
    }

    private Set<RegexRules.Found> found(Reading reading) {
        return book.in(reading).stream()
                .map(match -> new RegexRules.Found(match.phrase().family(), match.from()))
                .collect(Collectors.toSet());
    }
}
