package org.handbell.analysis.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestTest {

    private static final String REGISTER = "src/test/resources/analyse/register.json";

    /// Finds good mornings under E3; the candidate finds good evenings under E4 as well.
    private static final String PACK =
            """
            id: %s
            inForceFrom: 2020-01-01
            clauses:
              - {id: E3, title: t, obligation: o, modality: must-not, severity: high}
              - {id: E4, title: t, obligation: o, modality: must-not, severity: high}
            lexicons: [words.yml]
            rules:
            """;

    private static final String RULE =
            "  - {id: %1$s.%2$s, clause: %1$s, when: [%2$s], confidence: 0.9, why: \"It may greet.\"}\n";

    @TempDir Path folder;
    private Path candidate = Path.of("none");

    @BeforeEach
    void packs() throws IOException {
        Files.writeString(
                folder.resolve("words.yml"), "morning: [good morning]\nevening: [good evening]\n");
        Files.writeString(
                folder.resolve("pack-a.yml"),
                PACK.formatted("a")
                        + RULE.formatted("E3", "morning")
                        + RULE.formatted("E4", "morning"));
        candidate =
                Files.writeString(
                        folder.resolve("candidate.yml"),
                        PACK.formatted("b")
                                + RULE.formatted("E3", "morning")
                                + RULE.formatted("E4", "evening"));
    }

    private record Ran(int status, String output, String terminal) {}

    private Ran run(String lines, String... more) throws Exception {
        var options =
                new ArrayList<>(
                        List.of(
                                "--register",
                                REGISTER,
                                "--packs",
                                "file:" + folder + "/pack-*.yml",
                                "--candidate",
                                candidate.toString()));
        options.addAll(List.of(more));
        return run(lines, options);
    }

    private static Ran run(String lines, List<String> options) throws Exception {
        var terminal = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        var status =
                new BacktestApplication(terminal, false)
                        .run(options, new ByteArrayInputStream(lines.getBytes(UTF_8)), out);
        return new Ran(status, out.toString(UTF_8), terminal.toString(UTF_8));
    }

    private static String line(String id, String text) {
        return """
        {"id": "%s", "account": "ac-1", "platform": "mastodon", "action": "post", \
        "postedAt": "2026-11-07T19:30:00Z", "text": "%s"}
        """
                .formatted(id, text);
    }

    private static final String POSTS =
            line("p1", "Good morning all")
                    + line("p2", "Good evening all")
                    + line("p3", "A walk by the sea")
                    + line("p4", "Well, good morning and good evening");

    @Test
    void theDifferenceIsCountedByClauseWithExamplesThatSayNoWord() throws Exception {
        var ran = run(POSTS);
        assertThat(ran.status()).isZero();
        assertThat(ran.output())
                .contains("4 posts in ")
                .containsPattern("E3 +2 +2 +2 +0 +0")
                .containsPattern("E4 +2 +2 +1 +1 +1")
                .contains("E4, only the running pack\n    p1  E4.morning  text 0..12\n")
                .contains("E4, only the candidate\n    p2  E4.evening  text 0..12\n")
                .doesNotContain("E3, only")
                .doesNotContainIgnoringCase("good ");
        assertThat(ran.terminal()).isEmpty();
    }

    @Test
    void wordsAreShownWhereAskedForAndExamplesAreAsFewAsAskedFor() throws Exception {
        var many = line("x", "Good morning all").repeat(50);
        var ran = run(many, "--show-words", "--examples", "2");
        assertThat(ran.output()).contains("text 0..12 “Good morning”");
        assertThat(ran.output().lines().filter(line -> line.startsWith("    x "))).hasSize(2);
    }

    @Test
    void aFileIsTakenAsStandardInputIs() throws Exception {
        var file = Files.writeString(folder.resolve("posts.jsonl"), POSTS);
        assertThat(run("", "--from", file.toString()).output()).contains("4 posts in ");
    }

    @Test
    void linesThatCannotBeTakenAreCountedByTheirRule() throws Exception {
        var ran = run(POSTS + "not json\n" + line("p9", "sea").replace("ac-1", "ac-9"));
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.output())
                .contains("6 posts in ")
                .contains("not judged: 1, the line is no JSON")
                .contains("not judged: 1, the line `account` is not in the register");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--register r.json | --candidate is missing",
                "--candidate c.yml | --register is missing",
                "--candidate c.yml --live | --hash-key-file or --register is missing",
                "--candidate c.yml --register r.json --posts-per-second 0 | --posts-per-second must be a number",
                "--candidate c.yml --register r.json --quickly | there is no option --quickly",
                "--candidate c.yml --register r.json | r.json cannot be read",
                "--candidate c.yml --register " + REGISTER + " | c.yml: file: cannot be read",
                "--candidate c.yml --register "
                        + REGISTER
                        + " --from no.jsonl | no.jsonl cannot be read",
            })
    void whatCannotBeTakenIsNamed(String options, String said) throws Exception {
        var ran = run("", List.of(options.split(" ")));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.terminal()).contains(said, "./handbell backtest --candidate");
    }

    @Test
    void noMorePostsGoThroughInASecondThanAllowed() throws Exception {
        var clock = new AtomicLong();
        var pace = new Pace(100, clock::get, clock::addAndGet);
        for (var i = 0; i < 500; i++) {
            pace.await();
        }
        assertThat(clock.get())
                .isBetween(TimeUnit.MILLISECONDS.toNanos(4_900), TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void whatThePaceDidNotUseIsNotSavedUp() throws Exception {
        var clock = new AtomicLong();
        var pace = new Pace(100, clock::get, clock::addAndGet);
        clock.addAndGet(TimeUnit.HOURS.toNanos(1));
        var idle = clock.get();
        for (var i = 0; i < 500; i++) {
            pace.await();
        }
        assertThat(clock.get() - idle).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(4_700));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 40 90 0 | go go go go",
                "0 500 400 300 90 | wait wait wait go",
                "900 800 700 | go go",
                "900 800 1200 1100 100 90 | go wait wait go go",
            })
    void whileTheLiveGroupFallsBehindTheReplayWaitsUntilItHasCaughtUp(
            String behind, String expected) {
        Iterator<Long> figures = List.of(behind.split(" ")).stream().map(Long::valueOf).iterator();
        var liveFirst = new LiveFirst(figures::next);
        var went = new ArrayList<String>();
        while (figures.hasNext()) {
            went.add(liveFirst.mayGoOn() ? "go" : "wait");
        }
        assertThat(String.join(" ", went)).isEqualTo(expected);
    }
}
