package org.handbell.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.handbell.analysis.Invented;
import org.handbell.analysis.analyse.CaseLine;
import org.handbell.analysis.analyse.RegisterFile;
import org.handbell.analysis.analyse.Switched;
import org.handbell.analysis.detect.CircumstancesDetector;
import org.handbell.analysis.detect.ContactDetector;
import org.handbell.analysis.detect.Families;
import org.handbell.analysis.detect.HashedDetector;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.detect.NamesDetector;
import org.handbell.analysis.text.PostText;
import org.junit.jupiter.api.Test;

/// A family that a detector hits and nobody declared could be in no pack.
class FamiliesTest {

    @Test
    void theDetectorsHitWhatIsDeclared() throws IOException {
        var hit = new HashSet<String>();
        for (var trust : List.of("saltmarsh", "calderwick")) {
            hit.addAll(hits(trust));
        }
        assertThat(hit).hasSizeGreaterThan(20);
        assertThat(Families.DETECTED).containsAll(hit);
    }

    private static Set<String> hits(String trust) throws IOException {
        var register =
                RegisterFile.read(
                        Path.of("corpus", "register-" + trust + ".json"),
                        Switched.USUAL,
                        Invented.HASH);
        var pupils = new HashedDetector(register.hash(), Set.of());
        var detectors =
                List.of(
                        new NamesDetector(Set.of()),
                        pupils,
                        new ContactDetector(),
                        new CircumstancesDetector(pupils));
        var families = new HashSet<String>();
        for (var line : posts(trust)) {
            var around =
                    register.around(
                            CaseLine.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            var text = PostText.of(around.post());
            detectors.forEach(detector ->
                    detector.over(text, around).stream().map(Hit::family).forEach(families::add));
        }
        return families;
    }

    private static List<String> posts(String trust) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("corpus"))) {
            return files.filter(file -> file.toString().endsWith("-01.jsonl"))
                    .flatMap(FamiliesTest::lines)
                    .filter(line -> line.contains("\"register\": \"" + trust + "\""))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
