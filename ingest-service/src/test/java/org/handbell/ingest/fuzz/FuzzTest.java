package org.handbell.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.test.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Jazzer in a process of its own: no crash, no input that takes over 30 seconds, no more than 256
/// MB of heap. What it finds is kept with the other inputs under `src/test/resources/fuzz`.
class FuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final Path KEPT = Path.of("src/test/resources/fuzz");
    private static final Pattern RUNS = Pattern.compile("number_of_executed_units: ([0-9]+)");
    private static final String READERS =
            "org.handbell.ingest.**:org.handbell.contract.**"
                    + ":org.jsoup.**:com.rometools.**:org.jdom2.**"
                    + ":com.drew.**:com.twelvemonkeys.**";
    private static final Duration START = Duration.ofMinutes(8);
    private static final int SECONDS_FOR_ALL = Integer.getInteger("handbell.fuzz.seconds", 30);
    private static final int SECONDS_FOR_ONE = Integer.getInteger("handbell.fuzz.seconds", 20);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void whatIsKeptIsReadOrRefused(Parser parser) throws IOException {
        var read = 0;
        var kept = kept(parser);
        for (var input : kept) {
            read += parser.read(Files.readAllBytes(input)) ? 1 : 0;
        }

        assertThat(kept).isNotEmpty();
        assertThat(read).isPositive();
    }

    @Test
    void allParsersInTurnStandWhatJazzerThinksOf() throws IOException {
        for (var parser : Parser.values()) {
            for (var input : kept(parser)) {
                Files.write(
                        folder.resolve(parser.folder() + "-" + input.getFileName()),
                        chosen(parser, Files.readAllBytes(input)));
            }
        }

        fuzz(Map.of(), SECONDS_FOR_ALL);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void eachParserStandsWhatJazzerThinksOf(Parser parser) throws IOException {
        for (var input : kept(parser)) {
            Files.copy(input, folder.resolve(input.getFileName()));
        }

        fuzz(Map.of(FuzzedParser.PARSER, parser.name()), SECONDS_FOR_ONE);
    }

    private void fuzz(Map<String, String> properties, int seconds) throws IOException {
        var settings = new HashMap<>(properties);
        settings.put(FuzzedParser.KEPT, folder.toString());
        var found = Files.createDirectories(Path.of("target/fuzz")).toAbsolutePath();
        try (var child =
                ChildJvm.start(
                        options(),
                        com.code_intelligence.jazzer.Jazzer.class,
                        settings,
                        arguments(seconds, found))) {
            var code = child.end(START.plusSeconds(seconds));
            var said = child.output().replaceAll("(?m)^INFO: .*\\R", "");
            assertThat(code).as(said).isZero();
            var runs = RUNS.matcher(said);
            assertThat(runs.find()).as(said).isTrue();
            LOG.info("fuzzed {} for {} s: {} inputs", properties, seconds, runs.group(1));
            assertThat(Long.parseLong(runs.group(1))).isGreaterThan(seconds * 5L);
        }
    }

    private static List<String> options() {
        return List.of(
                "-Xmx256m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private String[] arguments(int seconds, Path found) {
        return new String[] {
            "--target_class=" + FuzzedParser.class.getName(),
            "--instrumentation_includes=" + READERS,
            "--custom_hook_includes=" + READERS,
            // This hook fails by itself on parsers that implement an interface of their own.
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.XmlParserSsrfGuidance",
            "--reproducer_path=" + found,
            "-artifact_prefix=" + found + "/",
            "-max_total_time=" + seconds,
            "-timeout=30",
            "-rss_limit_mb=2048",
            "-max_len=20000",
            "-seed=2026",
            "-print_final_stats=1",
            folder.toString()
        };
    }

    private static byte[] chosen(Parser parser, byte[] input) {
        var chosen = new byte[input.length + 1];
        chosen[0] = (byte) parser.ordinal();
        System.arraycopy(input, 0, chosen, 1, input.length);
        return chosen;
    }

    private static List<Path> kept(Parser parser) throws IOException {
        try (Stream<Path> files = Files.list(KEPT.resolve(parser.folder()))) {
            return files.sorted().toList();
        }
    }
}
