package org.handbell.analysis.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            quoteCharacter = '`',
            value = {
                "condition: | condition: \"z\" # | 14 | undeclared reference to 'z'",
                "condition: | condition: \"size(s)\" # | 14 | expected type",
                "clause: E3 | clause: E99 | 11 | no clause E99",
                "unless: [spoken] | unless: [whispered] | 16 | no exemption whispered",
                "This may greet. | This greets. | 15 | must say what may be",
                "confidence: 0.5 | confidence: 5 | 13 | confidence is not in 0 to 1",
                "when: [greeting] | when: [greting] | 12 | nothing hits a family greting",
                "'greeting' in s | 'geeting' in s | 14 | nothing hits a family geeting",
                "when: [greeting] | when: [greeting]¶    in: [txt] | 13 | no post has a field txt",
                "clause: E3 | # | 10 | clause is missing",
            })
    void aRuleWithAnErrorIsRefusedByFileLineRuleAndProblem(
            String good, String bad, int line, String problem) {
        assertThatThrownBy(() -> read(PACK.replace(good, bad.replace("¶", "\n"))))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageStartingWith("pack-a.yml:" + line + ": E3.one: ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: test-1 | # | pack-a.yml: pack: id is missing",
                "2020-01-01 | someday | pack-a.yml:2: format: ",
                "modality: must-not | modality: perhaps | pack-a.yml:4: E3: perhaps is no modality",
                "[disciplinary] | [nowhere] | pack-a.yml:4: E3: nowhere is no route",
                "severity: high | severity: dire | pack-a.yml:4: format: ",
                "words: {} | words: {} ] | pack-a.yml:8: format: ",
                "words: {} | words: {}¶thresholds: {digestFrom: 0.9} | pack-a.yml:9: pack: thresholds must be",
                "words: {} | words: {}¶inForceUntil: 2019-01-01 | pack-a.yml:9: test-1: ends before it begins",
                "words: {} | words: {}¶inForceUntil: 2030-01-01 | pack-a.yml:9: test-1: no pack is in force after 2030-01-01",
            })
    void aPackWithAnErrorIsRefusedByFileAndLine(String good, String bad, String problem) {
        assertThatThrownBy(() -> read(PACK.replace(good, bad.replace("¶", "\n"))))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void anExpressionThatDoesNotCompileIsRefusedByTheLexiconsLine() throws IOException {
        Files.writeString(
                folder.resolve("others.yml"), "a: [one]\nb:\n  - two\n  - \"re: (unclosed\"\n");
        assertThatThrownBy(() -> read(PACK.replace("[words.yml]", "[words.yml, others.yml]")))
                .isInstanceOf(InvalidPackException.class)
                .hasMessage("others.yml:4: b: Unclosed group");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "test-2 | 2020-01-01 | | pack-b.yml:2: test-2: overlaps with pack-a.yml on 2020-01-01",
                "test-2 | 2026-09-01 | 2026-09-01 | pack-b.yml:2: test-2: overlaps with pack-a.yml on 2026-09-01",
                "test-2 | 2026-09-01 | 2026-07-31 | pack-b.yml:2: test-2: no pack is in force from 2026-08-01 on",
                "test-1 | 2026-09-01 | | pack-b.yml:1: test-1: the id is that of pack-a.yml too",
            })
    void packsWhoseDatesDoNotFitTogetherAreRefused(
            String id, String from, @Nullable String until, String problem) throws IOException {
        var first = until == null ? PACK : PACK + "inForceUntil: " + until + "\n";
        second(id, from);
        assertThatThrownBy(() -> read(first))
                .isInstanceOf(InvalidPackException.class)
                .hasMessage(problem);
    }

    private void second(String id, String from) throws IOException {
        Files.writeString(
                folder.resolve("pack-b.yml"),
                PACK.replace("test-1", id).replace("2020-01-01", from));
    }

    @Test
    void packsThatFollowOneAnotherToTheDayAreTaken() throws IOException {
        second("test-2", "2026-09-01");
        var packs = read(PACK + "inForceUntil: 2026-08-31\n");
        assertThat(packs.on(LocalDate.of(2026, 8, 31)).id()).isEqualTo("test-1");
        assertThat(packs.on(LocalDate.of(2026, 9, 1)).id()).isEqualTo("test-2");
    }

    @Test
    void aModelIsTakenWithItsHashAlone() throws IOException {
        Files.writeString(folder.resolve("weights.bin"), "0.1 0.2");
        var hash = "22abeb9ee64c0fa8f4ac2d4f25cc8b5ef3e4ad8b4d7c92ba5e91bd1cb7c4c35c";
        var wrong = PACK + "models:\n  - file: weights.bin\n    sha256: " + hash + "\n";
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageMatching(
                        "pack-a\\.yml:19: models: weights\\.bin has the SHA-256 [0-9a-f]{64}, not "
                                + hash);
        var right = PACK + "models:\n  - {file: weights.bin, sha256: " + sha256("0.1 0.2") + "}\n";
        assertThat(read(right).all().getFirst().models()).containsExactly(sha256("0.1 0.2"));
        assertThatThrownBy(() -> read(right.replace("weights.bin", "gone.bin")))
                .hasMessage("pack-a.yml:18: models: gone.bin is missing or cannot be read");
    }

    private static String sha256(String text) {
        return HexFormat.of()
                .formatHex(ModelFile.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thresholdsAreThePacksUnlessAClauseHasItsOwn() throws IOException {
        assertThat(thresholds(PACK)).isEqualTo(new Thresholds(0.5, 0.5));
        var packs = PACK + "thresholds: {tellFrom: 0.7}\n";
        assertThat(thresholds(packs)).isEqualTo(new Thresholds(0.7, 0.5));
        var clauses =
                packs.replace("[disciplinary]", "[disciplinary], thresholds: {digestFrom: 0.6}");
        assertThat(thresholds(clauses)).isEqualTo(new Thresholds(0.7, 0.6));
    }

    private Thresholds thresholds(String pack) throws IOException {
        return read(pack).all().getFirst().clauses().values().iterator().next().thresholds();
    }

    @Test
    void theHashOfAPackChangesWithAnyOfItsFiles() throws IOException {
        var hash = read(PACK).all().getFirst().hash();
        assertThat(hash).hasSize(64).isEqualTo(read(PACK).all().getFirst().hash());
        assertThat(read(PACK.replace("may greet", "may hail")).all().getFirst().hash())
                .isNotEqualTo(hash);
        Files.writeString(folder.resolve("words.yml"), "greeting: [good evening]\n");
        assertThat(new YamlPacks().read("file:" + folder + "/pack-*.yml").all().getFirst().hash())
                .isNotEqualTo(hash);
    }

    @Test
    void aFieldThatNoPackHasIsRefused() {
        assertThatThrownBy(() -> read(PACK.replace("why: \"This", "wy: x\n    why: \"This")))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("pack-a.yml:15: format");
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
