package org.handbell.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.KeyedHash;

/// What one would write first: one regular expression for each family, all tried on each post. Here
/// to be compared with, so it must find what the lexicons find.
public final class RegexRules {

    private final List<Rule> rules;

    private RegexRules(List<Rule> rules) {
        this.rules = rules;
    }

    /// Where a family was found.
    ///
    /// @param token index of the first token
    public record Found(String family, int token) {}

    /// @param phrases the family's phrases as one alternation
    /// @param expressions those of its phrases that are expressions of their own
    private record Rule(String family, Pattern phrases, List<Pattern> expressions) {}

    /// @param lexicons families with their phrases, as written in a lexicon
    public static RegexRules of(Map<String, List<String>> lexicons) {
        return new RegexRules(
                lexicons.entrySet().stream().map(e -> rule(e.getKey(), e.getValue())).toList());
    }

    private static Rule rule(String family, List<String> phrases) {
        var expressions =
                phrases.stream()
                        .filter(phrase -> phrase.startsWith("re:"))
                        .map(phrase -> Pattern.compile(bounded(phrase.substring(3))))
                        .toList();
        var plain = phrases.stream().filter(phrase -> !phrase.startsWith("re:")).toList();
        return new Rule(family, alternation(plain), expressions);
    }

    /// One alternation for each of the four ways in which a phrase may be open at its ends.
    private static Pattern alternation(List<String> phrases) {
        var byEnds =
                phrases.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RegexRules::ends,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                phrase -> Pattern.quote(words(phrase)),
                                                Collectors.joining("|"))));
        var all =
                byEnds.entrySet().stream()
                        .map(e -> e.getKey().formatted(e.getValue()))
                        .collect(Collectors.joining("|"));
        return Pattern.compile(all.isEmpty() ? "(?!)" : all);
    }

    private static String ends(String phrase) {
        return (phrase.startsWith("*") ? "" : "(?<= )")
                + "(?:%s)"
                + (phrase.endsWith("*") ? "" : "(?= )");
    }

    private static String bounded(String expression) {
        var start = expression.startsWith(" ") ? "(?<= )" : "";
        var end = expression.endsWith(" ") ? "(?= )" : "";
        return start + expression.strip() + end;
    }

    private static String words(String phrase) {
        if (phrase.codePoints().anyMatch(Character::isLetterOrDigit)) {
            return String.join(" ", KeyedHash.tokens(phrase));
        }
        return phrase.replace("*", "");
    }

    /// All that the rules find in a field, in the words as written and in those behind a disguise.
    public Set<Found> in(Reading reading) {
        var found = new HashSet<Found>();
        find(reading.tokens(), Token::text, found);
        if (reading.tokens().stream().anyMatch(token -> token.meant() != null)) {
            find(reading.tokens(), Token::plain, found);
        }
        return found;
    }

    private void find(List<Token> tokens, Function<Token, String> word, Set<Found> found) {
        var line = new StringBuilder(" ");
        var starts = new ArrayList<Integer>();
        for (var token : tokens) {
            starts.add(line.length());
            line.append(word.apply(token)).append(' ');
        }
        for (var rule : rules) {
            overlapping(rule, line, starts, found);
            for (var expression : rule.expressions()) {
                inTurn(rule.family(), expression, line, starts, found);
            }
        }
    }

    private static void overlapping(
            Rule rule, CharSequence line, List<Integer> starts, Set<Found> found) {
        var matcher = rule.phrases().matcher(line);
        for (var from = 0; from < line.length() && matcher.find(from); ) {
            found.add(new Found(rule.family(), token(starts, matcher.start())));
            from = matcher.start() + 1;
        }
    }

    private static void inTurn(
            String family,
            Pattern expression,
            CharSequence line,
            List<Integer> starts,
            Set<Found> found) {
        var matcher = expression.matcher(line);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new Found(family, token(starts, matcher.start())));
            }
        }
    }

    private static int token(List<Integer> starts, int at) {
        var token = 0;
        while (token + 1 < starts.size() && starts.get(token + 1) <= at) {
            token++;
        }
        return token;
    }
}
