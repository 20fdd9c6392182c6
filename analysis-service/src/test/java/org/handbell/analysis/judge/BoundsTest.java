package org.handbell.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.meaning.Meanings;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Register;
import org.handbell.contract.Finding;
import org.handbell.contract.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no honest post looks like is judged in time, or it is said that it was not.
@Timeout(60)
class BoundsTest {

    private static final Judge JUDGE = judge(new YamlPacks().read("classpath*:policy/pack-*.yml"));
    private static final Register REGISTER = Register.of(Invented.register());
    private static final String BREACH = " So proud of Tobias Wrenfield today";

    /// A group that is referred to keeps the engine from remembering what it tried in vain.
    private static final String CATASTROPHIC = "re:(a+)+\\1b";

    @TempDir Path folder;

    private static Judge judge(PolicyPacks packs) {
        var bounds = new Bounds(150_000, 20_000, Duration.ofSeconds(1));
        return new Judge(packs, Invented.HASH, Meanings.NONE, bounds);
    }

    private static Circumstances saying(String text) {
        return around(Invented.post("personal", "long", text));
    }

    private static Circumstances around(Post post) {
        return new Circumstances(post, Invented.accounts().getFirst(), REGISTER);
    }

    /// A megabyte in the words of a picture: the text itself is cut by the collector.
    private static Circumstances showing(String words) {
        var post = Invented.post("personal", "long", "look");
        var picture = new Post.Media(Post.MediaType.IMAGE, null, null, words, List.of(), false);
        return around(
                new Post(
                        post.postId(),
                        post.observationId(),
                        post.accountId(),
                        post.platform(),
                        post.action(),
                        null,
                        null,
                        post.postedAt(),
                        null,
                        null,
                        post.capturedAt(),
                        post.text(),
                        null,
                        List.of(picture),
                        List.of(),
                        null,
                        List.of(),
                        post.contentHash(),
                        null,
                        List.of(),
                        post.coverage(),
                        false));
    }

    @Test
    void aMegabyteIsReportedAsNotJudged() {
        assertThatThrownBy(() -> JUDGE.judge(showing("word ".repeat(200_000))))
                .isInstanceOf(NotJudgedException.class)
                .hasMessage("longer than 150,000 characters");
    }

    @Test
    void combiningMarksWithoutMeasureHideNothing() {
        var text = "So proud of Tobi" + "\u0301".repeat(2_000) + "as Wrenfield today";
        assertThat(JUDGE.judge(saying(text)).findings()).extracting(Finding::clause).contains("E3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@",
                "a.",
                "7 ",
                "x ",
                "#aB",
                "😀",
                "at dot ",
                "one two ",
                "Tobias ",
                "8K ",
                "Wrenfield ",
                ".)",
                "'",
                "\u200B",
                "ﷺ",
                "07700 ",
                "flat 1a, ",
                "Tobias Wrenfield 8K. ",
                "pupils in my class said "
            })
    void whateverIsRepeatedIsJudgedInTimeOrReported(String piece) {
        var room = 99_000 - BREACH.length();
        var text = piece.repeat(room / piece.length()) + BREACH;
        var start = System.nanoTime();
        try {
            assertThat(JUDGE.judge(saying(text)).findings()).isNotEmpty();
        } catch (NotJudgedException e) {
            assertThat(e.reason()).matches("took longer than 1,000 ms|more than 20,000 hits");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aCatastrophicPatternOfAPackIsStoppedInTime() throws IOException {
        var judge = judge(pack(CATASTROPHIC));
        var start = System.nanoTime();
        assertThatThrownBy(() -> judge.judge(saying("a".repeat(60))))
                .isInstanceOf(NotJudgedException.class)
                .hasMessage("took longer than 1,000 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(judge.judge(saying("aaab")).findings()).hasSize(1);
    }

    @Test
    void lessTimeIsGivenWhereLessIsLeft() throws IOException {
        var judge = judge(pack(CATASTROPHIC));
        assertThatThrownBy(() -> judge.judge(saying("a".repeat(60)), Duration.ofMillis(20)))
                .hasMessage("took longer than 20 ms");
    }

    @Test
    void moreHitsThanTheBoundAreReported() {
        var bounds = new Bounds(1000, 2, Duration.ofSeconds(5));
        var packs = new YamlPacks().read("classpath*:policy/pack-*.yml");
        var judge = new Judge(packs, Invented.HASH, Meanings.NONE, bounds);
        assertThatThrownBy(() -> judge.judge(saying(BREACH + BREACH)))
                .hasMessage("more than 2 hits");
    }

    private PolicyPacks pack(String phrase) throws IOException {
        Files.writeString(folder.resolve("words.yml"), "greeting: ['" + phrase + "']\n");
        var pack =
                """
                id: test-1
                inForceFrom: 2020-01-01
                clauses:
                  - {id: E3, title: t, obligation: o, modality: must-not, severity: high}
                lexicons: [words.yml]
                rules:
                  - {id: E3.one, clause: E3, when: [greeting], confidence: 0.5, why: "It may greet."}
                """;
        Files.writeString(folder.resolve("pack-a.yml"), pack);
        return new YamlPacks().read("file:" + folder + "/pack-*.yml");
    }
}
