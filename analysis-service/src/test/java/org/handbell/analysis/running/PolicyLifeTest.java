package org.handbell.analysis.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.handbell.analysis.AnalysisSettings;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.Bounds;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.judge.Judges;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.register.Register;
import org.handbell.contract.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/// How packs come and go in a running service.
@ExtendWith(OutputCaptureExtension.class)
class PolicyLifeTest {

    private static final String PACK =
            """
            id: %s
            inForceFrom: %s
            clauses:
              - {id: E3, title: t, obligation: o, modality: must-not, severity: high}
              - {id: E4, title: t, obligation: o, modality: must-not, severity: high}
            lexicons: [words.yml]
            rules:
              - {id: %3$s.one, clause: %3$s, when: [greeting], confidence: 0.9, why: "It may greet."}
            """;

    @TempDir Path folder;
    private ApplicationContextRunner context = new ApplicationContextRunner();

    @EnableConfigurationProperties(AnalysisSettings.class)
    static class Around {

        @Bean
        Judges judges() {
            return packs -> new Judge(packs, Invented.HASH, Meanings.NONE, Bounds.USUAL);
        }

        @Bean
        PolicyMetrics policyMetrics(SimpleMeterRegistry registry) {
            return new PolicyMetrics(registry);
        }

        @Bean
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @BeforeEach
    void builtIn() throws IOException {
        var built = Files.createDirectories(folder.resolve("built-in"));
        Files.writeString(built.resolve("words.yml"), "greeting: [good morning]\n");
        Files.writeString(built.resolve("pack-a.yml"), PACK.formatted("a", "2020-01-01", "E3"));
        Files.createDirectories(folder.resolve("own"));
        Files.writeString(folder.resolve("own/words.yml"), "greeting: [good morning]\n");
        context =
                context.withUserConfiguration(Around.class, PolicyConfiguration.class)
                        .withPropertyValues(
                                "handbell.analysis.packs=file:" + built + "/pack-*.yml",
                                "handbell.policy.packs=" + folder.resolve("own"),
                                "handbell.policy.look-again=1s");
    }

    private void own(String file, String text) throws IOException {
        Files.writeString(folder.resolve("own").resolve(file), text);
    }

    private static Circumstances greeting(String at) {
        return new Circumstances(
                Invented.post("personal", "p", "Good morning all", Instant.parse(at)),
                Invented.accounts().getFirst(),
                Register.of(Invented.register()));
    }

    private static Judgement judged(ApplicationContext context, String at) {
        return context.getBean(RunningJudge.class).current().judge(greeting(at));
    }

    private static List<String> clauses(Judgement judgement) {
        return judgement.findings().stream().map(Finding::clause).toList();
    }

    private static double figure(ApplicationContext context, String name, String... tags) {
        var found = context.getBean(SimpleMeterRegistry.class).find(name).tags(tags).counter();
        return found == null ? 0 : found.count();
    }

    @ParameterizedTest
    @CsvSource({
        // Summer time: London's day begins an hour before that of Greenwich.
        "2026-06-30T22:59:59Z, a, E3",
        "2026-06-30T23:00:00Z, b, E4",
        "2026-07-01T12:00:00Z, b, E4",
        "2020-01-01T00:00:00Z, a, E3",
    })
    void aPostIsJudgedByThePackInForceInLondonWhenItWasPosted(String at, String pack, String clause)
            throws IOException {
        own("pack-b.yml", PACK.formatted("b", "2026-07-01", "E4"));
        context.run(running -> {
            assertThat(judged(running, at).packId()).isEqualTo(pack);
            assertThat(clauses(judged(running, at))).containsExactly(clause);
        });
    }

    @Test
    void aNewPackInTheFolderComesIntoForceWhileTheServiceRuns() {
        context.run(running -> {
            assertThat(judged(running, "2026-11-05T12:00:00Z").packId()).isEqualTo("a");
            own("pack-b.yml", PACK.formatted("b", "2026-09-01", "E4"));
            await().untilAsserted(() ->
                    assertThat(judged(running, "2026-11-05T12:00:00Z").packId()).isEqualTo("b"));
            assertThat(figure(running, "handbell.packs.taken")).isPositive();
        });
    }

    @Test
    void aNewPackWithAnErrorIsNamedAndTheFormerOnesStay(CapturedOutput output) {
        context.run(running -> {
            own("pack-b.yml", PACK.formatted("b", "2026-09-01", "E99"));
            await().untilAsserted(() ->
                    assertThat(figure(running, "handbell.packs.refused")).isEqualTo(1));
            // Counted first, then said.
            await().untilAsserted(() ->
                    assertThat(output)
                            .contains(
                                    "refused, the former ones stay: pack-b.yml:8: E99.one: no"
                                            + " clause E99"));
            assertThat(judged(running, "2026-11-05T12:00:00Z").packId()).isEqualTo("a");
            own("pack-b.yml", PACK.formatted("b", "2026-09-01", "E4"));
            await().untilAsserted(() ->
                    assertThat(judged(running, "2026-11-05T12:00:00Z").packId()).isEqualTo("b"));
        });
    }

    @Test
    void aPackWithAnErrorAtTheStartStopsItWithFileLineAndReason() throws IOException {
        own("pack-b.yml", PACK.formatted("b", "2020-01-01", "E4"));
        context.run(refused ->
                assertThat(refused.getStartupFailure())
                        .rootCause()
                        .hasMessage("pack-b.yml:2: b: overlaps with pack-a.yml on 2020-01-01"));
    }

    @Test
    void theShadowPackIsCountedByClauseAndNeverActedOn() throws IOException {
        Files.createDirectories(folder.resolve("next"));
        Files.writeString(folder.resolve("next/words.yml"), "greeting: [good morning]\n");
        var next = folder.resolve("next/candidate.yml");
        var both =
                PACK
                        + "  - {id: E3.too, clause: E3, when: [greeting], confidence: 0.9, why: \"It may greet.\"}\n";
        Files.writeString(next, both.formatted("next", "2030-01-01", "E4"));
        context.withPropertyValues("handbell.policy.shadow=" + next)
                .run(running -> {
                    var live = judged(running, "2026-11-05T12:00:00Z");
                    assertThat(clauses(live)).containsExactly("E3");
                    note(running, live);
                    await().untilAsserted(() -> {
                        assertThat(shadow(running, "E4", "shadow")).isEqualTo(1);
                        assertThat(shadow(running, "E3", "both")).isEqualTo(1);
                    });
                    Files.writeString(next, PACK.formatted("next-2", "2030-01-01", "E4"));
                    await().untilAsserted(() ->
                            assertThat(figure(running, "handbell.packs.taken")).isEqualTo(1));
                    note(running, live);
                    await().untilAsserted(
                                    () -> assertThat(shadow(running, "E3", "live")).isEqualTo(1));
                    assertThat(clauses(judged(running, "2026-11-05T12:00:00Z")))
                            .containsExactly("E3");
                });
    }

    private static void note(ApplicationContext running, Judgement live) {
        running.getBean(ShadowJudge.class).note(greeting("2026-11-05T12:00:00Z"), live);
    }

    private static double shadow(ApplicationContext running, String clause, String seen) {
        return figure(running, "handbell.shadow.findings", "clause", clause, "seen", seen);
    }

    @Test
    void aShadowPackThatCannotBeReadStopsTheStart() {
        context.withPropertyValues("handbell.policy.shadow=" + folder.resolve("none.yml"))
                .run(refused ->
                        assertThat(refused.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("none.yml: file: cannot be read"));
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        context.withPropertyValues("handbell.policy.packs=" + folder.resolve("nowhere"))
                .run(refused ->
                        assertThat(refused.getStartupFailure())
                                .rootCause()
                                .hasMessageContaining("handbell.policy.packs is no folder"));
    }

    @Test
    void theStartSaysWhichPackToMend() {
        var invalid =
                org.junit.jupiter.api.Assertions.assertThrows(
                        org.handbell.analysis.policy.InvalidPackException.class,
                        () ->
                                new org.handbell.analysis.policy.YamlPacks()
                                        .read("file:" + folder + "/none-*.yml"));
        var analysis =
                new InvalidPackAnalyzer().analyze(new IllegalStateException(invalid), invalid);
        assertThat(analysis.getDescription()).contains("no policy pack is installed");
    }
}
