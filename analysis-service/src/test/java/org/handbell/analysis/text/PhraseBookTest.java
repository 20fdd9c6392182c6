package org.handbell.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbell.analysis.CorpusPosts;
import org.handbell.analysis.text.PhraseBook.Match;
import org.handbell.analysis.text.PhraseBook.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What is looked for in a clever way is found as if each expression were tried on each line.
class PhraseBookTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "re: (told me|told|set it|set) ",
                "re: (a|an|the) (\\w+ ){0,3}(boy|girl|one) ",
                "re: [a-z]{2,}(ed) ",
                "re: (year|yr|y) ?\\d+ (staff|team) ",
                "re: (?<!under )(?<!u )(1[0-3]|[7-9])[a-z]s? ",
                "re: follow(ed|ing|s)? (you|them) (all )?back ",
                "re: (in|of) (19[0-9]{2}|200[0-9]) ",
                "re: (for|to) (my |the )?(year|students) ",
                "re: on behalf of (\\w+ ){0,4}",
                "re:ing (the|a) ",
                "re:(head|deputy)",
                "re: one|two ",
                "re: (is|was)+ (so )*late ",
                "re: x?y?",
                "re: (a\\w*) (?=year)",
                "re: wh(o|ere)(?! is)",
                "re: s{1,2}o+ ",
                "re:\\bover\\b",
                "re: (\\w)\\w*\\1 "
            })
    void anExpressionIsFoundWhereJavaFindsIt(String expression) {
        var phrase = new Phrase("f", null, expression);
        var book = PhraseBook.of(List.of(phrase));
        var found = 0;
        for (var text : lines()) {
            var reading = Reading.of("text", text);
            var matches = book.in(reading);
            assertThat(matches).as(text).doesNotHaveDuplicates();
            assertThat(new HashSet<>(matches)).as(text).isEqualTo(byJava(phrase, reading));
            found += matches.size();
        }
        assertThat(found).isPositive();
    }

    @Test
    void aPhraseOpenAtAnEndIsFoundWithinLongerWords() {
        var start = new Phrase("f", null, "gold*");
        var end = new Phrase("g", null, "*fish");
        var both = new Phrase("h", null, "*an*");
        var whole = new Phrase("i", null, "red herring");
        var book = PhraseBook.of(List.of(start, end, both, whole, whole));

        assertThat(book.in(Reading.of("text", "Goldfish, banana, a red herring")))
                .containsExactlyInAnyOrder(
                        new Match(start, 0, 1),
                        new Match(end, 0, 1),
                        new Match(both, 1, 2),
                        new Match(whole, 3, 5));
    }

    private static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("we write on behalf of the whole of it, on behalf of");
        lines.add("follow them back so late was so so late is late, he told me told me");
        lines.add("who is it, wh0 knows, y9 staff and under 9b and 9b, ssooo soo xy x y over");
        CorpusPosts.texts().stream().limit(1500).forEach(lines::add);
        return lines;
    }

    private static Set<Match> byJava(Phrase phrase, Reading reading) {
        var expression = phrase.text().substring(3);
        var start = expression.startsWith(" ") ? "(?<= )" : "";
        var end = expression.endsWith(" ") ? "(?= )" : "";
        var pattern = Pattern.compile(start + expression.strip() + end);
        var matches = new HashSet<Match>();
        for (var line : List.of(reading.written(), reading.meant())) {
            var matcher = pattern.matcher(line.text());
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    var from = line.first(matcher.start());
                    matches.add(
                            new Match(
                                    phrase, from, line.afterLast(matcher.start(), matcher.end())));
                }
            }
        }
        return matches;
    }

    /// Such an expression would be tried on every line, and slow every post down.
    @Test
    void eachExpressionOfThePackIsAnnouncedBySomethingRarerThanALine() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:policy/lexicons/*.yml");
        var expressions = new ArrayList<String>();
        for (var file : files) {
            try (var in = file.getInputStream()) {
                new YAMLMapper()
                        .readTree(in)
                        .forEach(family -> family.forEach(p -> expressions.add(p.asString())));
            }
        }
        expressions.removeIf(phrase -> !Expression.is(phrase));

        assertThat(expressions)
                .hasSizeGreaterThan(50)
                .allSatisfy(written -> {
                    var expression = Expression.of(written);
                    var announced =
                            !expression.texts().isEmpty()
                                    || !expression.placed().isEmpty()
                                    || !expression.needs().isEmpty();
                    assertThat(announced).as(written).isTrue();
                });
    }
}
