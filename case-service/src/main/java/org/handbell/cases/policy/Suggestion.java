package org.handbell.cases.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbell.cases.policy.PolicyBooks.Range;

/// Guesses which paragraph a clause rests on: the one that shares most words with the clause's
/// title, or with the passage it rested on in an earlier version. Rare words count for more, and a
/// long paragraph has to share more. It is a guess, and shown as one.
final class Suggestion {

    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
    private static final int STEM = 6;
    private static final int SHORTEST = 4;
    private static final Set<String> COMMON =
            Set.of(
                    "that", "this", "with", "from", "have", "must", "should", "which", "their",
                    "they", "them", "other", "others", "those", "when", "where", "such", "will",
                    "about", "school", "policy", "trust", "somebo", "first", "given", "being");

    private final List<Set<String>> paragraphs;
    private final Map<String, Integer> in = new HashMap<>();

    Suggestion(List<String> paragraphs) {
        this.paragraphs = paragraphs.stream().map(Suggestion::stems).toList();
        this.paragraphs.forEach(words -> words.forEach(word -> in.merge(word, 1, Integer::sum)));
    }

    /// @param like a title, or an earlier passage
    /// @return empty where no word is shared
    Optional<Range> like(String like) {
        var wanted = stems(like);
        var best = 0;
        var most = 0.0;
        for (var at = 0; at < paragraphs.size(); at++) {
            var score = score(wanted, paragraphs.get(at));
            if (score > most) {
                most = score;
                best = at + 1;
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(new Range(best, best));
    }

    private double score(Set<String> wanted, Set<String> words) {
        var shared =
                wanted.stream()
                        .filter(words::contains)
                        .mapToDouble(word ->
                                Math.log(1 + (double) paragraphs.size() / in.getOrDefault(word, 1)))
                        .sum();
        return shared == 0 ? 0 : shared / Math.sqrt(words.size() + 1.0);
    }

    private static Set<String> stems(String text) {
        var stems = new HashSet<String>();
        Arrays.stream(WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .filter(stem -> !COMMON.contains(stem))
                .forEach(stems::add);
        return stems;
    }
}
