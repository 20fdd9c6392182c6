package org.handbell.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs with `-Plong`: the figures that the analysis should reach, each in a process of its own
/// with the optimising compiler that these tests do without.
@Tag("long")
class SpeedTest {

    @ParameterizedTest
    @CsvSource({"cheap, 256m", "growth, 3g", "meaning, 512m"})
    void theFiguresAreReached(String what, String heap) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heap,
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SpeedApplication.class.getName(),
                                what)
                        .inheritIO()
                        .start();

        assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
