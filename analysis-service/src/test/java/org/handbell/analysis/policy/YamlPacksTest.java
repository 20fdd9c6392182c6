package org.handbell.analysis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlPacksTest {

    private static final String PACK =
            """
            id: test-1
            inForceFrom: 2020-01-01
            clauses:
              - {id: E3, title: t, obligation: o, modality: must-not, severity: high, route: [disciplinary]}
            exemptions:
              spoken: {when: "spokesperson", why: w}
            lexicons: [words.yml]
            words: {}
            rules:
              - id: E3.one
                clause: E3
                when: [greeting]
                confidence: 0.5
                condition: "'greeting' in s"
                why: "This may greet."
                unless: [spoken]
            """;

    @TempDir Path folder;

    @Test
    void theShippedPackHasEveryClauseOfThePolicyAndRulesForTheTwelve() {
        var pack = new YamlPacks().read("classpath*:policy/pack-*.yml").all().getFirst();
        assertThat(pack.clauses()).hasSize(42).containsKeys("P1", "C6", "S5", "G4", "D4", "M3");
        assertThat(pack.rules().stream().map(rule -> rule.clause().id()).distinct())
                .contains(
                        "E3", "E4", "C1", "C2", "C4", "P6", "P8", "P9", "E8", "E10", "S2", "G1",
                        "E6");
        assertThat(pack.clauses().get("S2"))
                .extracting(Clause::modality)
                .isEqualTo(Modality.ADVICE);
        assertThat(pack.clauses().get("E6")).extracting(Clause::optional).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "condition: | condition: \"z\" # | undeclared reference to 'z'",
                "condition: | condition: \"size(s)\" # | expected type",
                "clause: E3 | clause: E99 | no clause E99",
                "unless: [spoken] | unless: [whispered] | no exemption whispered",
                "This may greet. | This greets. | must say what may be",
                "confidence: 0.5 | confidence: 5 | confidence is not in 0 to 1"
            })
    void aRuleWithAnErrorIsRefusedByFileRuleAndProblem(String good, String bad, String problem)
            throws IOException {
        assertThatThrownBy(() -> read(PACK.replace(good, bad)))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("pack-a.yml: E3.one")
                .hasMessageContaining(problem);
    }

    @Test
    void aFieldThatNoPackHasIsRefused() {
        assertThatThrownBy(() -> read(PACK.replace("why: \"This", "wy: x\n    why: \"This")))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("pack-a.yml: format");
    }

    @Test
    void aMissingLexiconIsRefusedByName() {
        assertThatThrownBy(() -> read(PACK.replace("[words.yml]", "[gone.yml]")))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("gone.yml is missing");
    }

    @Test
    void aPostIsJudgedByThePackInForceOnItsDay() throws IOException {
        Files.writeString(
                folder.resolve("pack-b.yml"),
                PACK.replace("test-1", "test-2").replace("2020-01-01", "2026-09-01"));
        var packs = read(PACK);
        assertThat(
                        Stream.of("2019-01-01", "2026-08-31", "2026-09-01")
                                .map(day -> packs.on(LocalDate.parse(day)).id()))
                .containsExactly("test-2", "test-1", "test-2");
    }

    @Test
    void aConditionAsksOverHitsAndFrame() {
        var condition = new CelConditions().compile("'greeting' in s && !spokesperson");
        assertThat(condition.holds(scope(false))).isTrue();
        assertThat(condition.holds(scope(true))).isFalse();
    }

    private static Scope scope(boolean spokesperson) {
        var hit = java.util.Set.of("greeting");
        return new Scope(
                hit,
                hit,
                hit,
                "text",
                Map.of(
                        "action",
                        "post",
                        "platform",
                        "x",
                        "kind",
                        "personal",
                        "approved",
                        true,
                        "spokesperson",
                        spokesperson,
                        "governor",
                        false,
                        "consented",
                        false,
                        "permitted",
                        List.of()));
    }

    private PolicyPacks read(String pack) throws IOException {
        Files.writeString(folder.resolve("words.yml"), "greeting: [good morning]\n");
        Files.writeString(folder.resolve("pack-a.yml"), pack);
        return new YamlPacks().read("file:" + folder + "/pack-*.yml");
    }
}
