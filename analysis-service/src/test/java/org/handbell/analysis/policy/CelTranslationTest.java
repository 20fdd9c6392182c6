package org.handbell.analysis.policy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What is written as Java says the same as the language's own interpreter.
class CelTranslationTest {

    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    private final CelConditions conditions = new CelConditions();
    private final Random chance = new Random(20_261_122);

    @Test
    void eachConditionOfThePackHoldsWhereTheInterpreterSaysSo() throws Exception {
        var held = 0;
        for (var expression : expressions()) {
            var translated = conditions.compile(expression);
            var interpreted = conditions.interpreted(conditions.checked(expression));
            var families = families(expression);
            for (var i = 0; i < 200; i++) {
                var scope = scope(families);
                var expected = interpreted.holds(scope);
                assertThat(translated.holds(scope))
                        .as("%s of %s", expression, scope)
                        .isEqualTo(expected);
                held += expected ? 1 : 0;
            }
        }
        assertThat(held).isGreaterThan(1000);
    }

    @Test
    void nothingOfThePackIsLeftToTheInterpreter() throws Exception {
        for (var expression : expressions()) {
            assertThat(CelTranslation.of(conditions.checked(expression).getExpr()))
                    .as(expression)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "size(s) > 2, false",
        "s == ['a'], true",
        "field.contains('x'), true",
        "'s.all(x, x == ''a'')', true",
        "size(s) + size(n) == 2, true",
        "size(s) >= 1, true"
    })
    void whatIsNotKnownIsLeftToTheInterpreter(String expression, boolean holds) throws Exception {
        var a = Set.of("a");

        assertThat(CelTranslation.of(conditions.checked(expression).getExpr())).isEmpty();
        assertThat(conditions.compile(expression).holds(new Scope(a, a, a, "text", Map.of())))
                .isEqualTo(holds);
    }

    private Scope scope(List<String> families) {
        return new Scope(
                some(families),
                some(families),
                some(families),
                one(List.of("text", "of.text", "media.alt", "media.ocr", "links")),
                Map.ofEntries(
                        entry("action", one(List.of("post", "share", "like", "reply", "profile"))),
                        entry("platform", one(List.of("x", "review", "facebook"))),
                        entry("kind", one(List.of("personal", "group", "official"))),
                        entry("approved", chance.nextBoolean()),
                        entry("spokesperson", chance.nextBoolean()),
                        entry("governor", chance.nextBoolean()),
                        entry("consented", chance.nextBoolean()),
                        entry("read", chance.nextBoolean()),
                        entry("sure", hundredths()),
                        entry("meant", meant(families)),
                        entry("permitted", chance.nextBoolean() ? List.of("agreed") : List.of())));
    }

    /// A model says each of its labels; here, each text of the condition is one.
    private Map<String, Double> meant(List<String> labels) {
        return labels.stream().collect(Collectors.toMap(label -> label, _ -> hundredths()));
    }

    private double hundredths() {
        return chance.nextInt(101) / 100.0;
    }

    private Set<String> some(List<String> families) {
        var some = new HashSet<String>();
        families.stream().filter(_ -> chance.nextInt(3) == 0).forEach(some::add);
        return some;
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static List<String> families(String expression) {
        return TEXT.matcher(expression).results().map(r -> r.group(1)).distinct().toList();
    }

    private static List<String> expressions() throws IOException {
        var expressions = new ArrayList<String>();
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:policy/pack-*.yml");
        for (var file : files) {
            try (var in = file.getInputStream()) {
                var pack = new YAMLMapper().readTree(in);
                pack.path("exemptions").forEach(e -> expressions.add(e.path("when").asString()));
                pack.path("rules").forEach(r -> expressions.add(r.path("condition").asString("")));
            }
        }
        expressions.removeIf(String::isBlank);
        assertThat(expressions).hasSizeGreaterThan(50);
        return expressions;
    }
}
