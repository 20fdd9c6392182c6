package org.handbell.analysis.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Weights that were learned from others' data ship with a notice that names them, and each has a
/// licence that lets them.
class NoticeTest {

    private static final Path NOTICE = Path.of("src/main/resources/meaning/NOTICE.txt");
    private static final Path SOURCES =
            Path.of("training/src/main/java/org/handbell/analysis/training/PublicData.java");

    @Test
    void eachSourceThatIsLearnedFromIsNamedWithALicenceThatAllowsIt() throws IOException {
        var notice = Files.readAllLines(NOTICE);
        assertThat(sources())
                .hasSizeGreaterThan(5)
                .allSatisfy(source ->
                        assertThat(notice)
                                .filteredOn(line -> line.startsWith(source + " "))
                                .singleElement()
                                .asString()
                                .matches(".*(CC BY 4\\.0|CC0 1\\.0|MIT|made for this project).*"));
    }

    /// As `"hatexplain", 1200`.
    private static List<String> sources() throws IOException {
        return Pattern.compile("\"([a-z_]+)\",\\s*\\d+")
                .matcher(Files.readString(SOURCES))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void theLicenceOfTheEncoderIsThere() throws IOException {
        assertThat(Files.readString(NOTICE))
                .contains("bge-small-en-v1.5", "Permission is hereby granted", "Copyright (c)");
    }
}
