package org.handbell.analysis.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbell.analysis.meaning.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same post, judged with the same pack, gives the same bytes: findings, hits, exemptions and
/// all. Each process salts the order of its sets, hashes with a key of its own and shares the work
/// out anew.
class SameAnswerTest {

    private static final Path CORPUS = Path.of("corpus");
    private static final String REGISTER = "corpus/register-saltmarsh.json";

    /// Each so many posts of the corpus are judged, to be done in seconds.
    private static final int EACH = 16;

    @TempDir Path folder;

    @Test
    void twoProcessesAnswerWithTheSameBytes() throws Exception {
        var cases = Files.write(folder.resolve("cases.jsonl"), posts());
        var one = process(cases, "one.jsonl", "-XX:ActiveProcessorCount=1");
        var other = process(cases, "other.jsonl", "-XX:ActiveProcessorCount=4");
        assertThat(Files.readAllLines(one)).hasSizeGreaterThan(150).anyMatch(this::explained);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    private boolean explained(String line) {
        return line.contains("\"packHash\"")
                && line.contains("\"applied\":true")
                && line.contains("\"family\"");
    }

    @Test
    void theOrderOfTheLinesChangesNoAnswer() throws Exception {
        var posts = posts();
        var answers = answers(posts);
        var shuffled = new ArrayList<>(posts);
        Collections.shuffle(shuffled, new Random(5));
        assertThat(answers(shuffled)).containsExactlyInAnyOrderElementsOf(answers);
    }

    /// The posts of the corpus that anybody may learn from, all of one trust.
    private static List<String> posts() throws IOException {
        var posts = new ArrayList<String>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (var file : files.sorted().filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                posts.addAll(Files.readAllLines(file));
            }
        }
        var theirs =
                posts.stream()
                        .filter(post -> post.contains("\"register\": \"saltmarsh\""))
                        .filter(post -> !post.contains("\"batch\": 5"))
                        .toList();
        return IntStream.range(0, theirs.size())
                .filter(at -> at % EACH == 0)
                .mapToObj(theirs::get)
                .toList();
    }

    private static List<String> answers(List<String> posts) throws Exception {
        var out = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(String.join("\n", posts).getBytes(UTF_8));
        new AnalyseApplication(new ByteArrayOutputStream(), false, Reader::shipped)
                .run(List.of("--register", REGISTER, "--explain"), in, out);
        return out.toString(UTF_8).lines().toList();
    }

    private Path process(Path cases, String name, String processors) throws Exception {
        var out = folder.resolve(name);
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                processors,
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AnalyseApplication.class.getName(),
                                "--register",
                                REGISTER,
                                "--explain")
                        .redirectInput(cases.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }
}
