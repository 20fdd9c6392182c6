package org.handbell.cases.handover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.handbell.cases.handover.Contents.Entry;
import org.handbell.cases.handover.Contents.FileIn;
import org.handbell.cases.handover.Contents.Line;
import org.handbell.cases.handover.Contents.Section;
import org.handbell.contract.wire.Json;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class ArchiveTest {

    private static final Contents CONTENTS =
            new Contents(
                    "4K7P-XM",
                    "h-1",
                    "A banner",
                    List.of(new Line("For", "The police")),
                    List.of(
                            new Section(
                                    "What was seen",
                                    List.of(new Entry("1. A post", "Monday", "“Café” 🎈 \u0142")))),
                    List.of(new FileIn("007-letter.txt", "Words".getBytes(UTF_8))),
                    Instant.parse("2026-11-18T09:30:00Z"));

    /// The files of an archive.
    record Unpacked(Map<String, byte[]> files) {

        byte[] get(String name) {
            return Objects.requireNonNull(files.get(name), name);
        }
    }

    static Unpacked unpacked(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new Unpacked(files);
    }

    static String pages(byte[] pdf) throws IOException {
        try (var reader = new PdfReader(pdf)) {
            var text = new StringBuilder();
            for (var page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.toString();
        }
    }

    @Test
    void eachFileHasItsHashBesideIt() throws Exception {
        var files = unpacked(Archive.of(CONTENTS));

        assertThat(files.files().keySet())
                .containsExactly(
                        "bundle.pdf", "manifest.json", "files/007-letter.txt", "SHA256SUMS");
        var sums = new String(files.get("SHA256SUMS"), UTF_8);
        for (var name : List.of("bundle.pdf", "manifest.json", "files/007-letter.txt")) {
            assertThat(sums).contains(Archive.sha256(files.get(name)) + "  " + name + "\n");
        }
    }

    @Test
    void eachPageSaysWhatItIsOfAndHowItMustBeTreated() throws Exception {
        var pages = pages(unpacked(Archive.of(CONTENTS)).get("bundle.pdf"));

        assertThat(pages)
                .contains("Case 4K7P-XM")
                .contains("page 1")
                .contains("page 2")
                .contains("A banner")
                .contains("CONFIDENTIAL");
    }

    @Test
    void lettersThatThePagesCannotShowAreThereByNumberAndInTheManifestAsTheyAre() throws Exception {
        var files = unpacked(Archive.of(CONTENTS));

        assertThat(PdfBundle.shown("“Café” 🎈 \u0142\u0007"))
                .isEqualTo("“Café” [U+1F388] [U+0142][U+0007]");
        assertThat(pages(files.get("bundle.pdf"))).contains("[U+1F388]");
        var manifest = Json.mapper().readTree(files.get("manifest.json"));
        assertThat(manifest.at("/sections/0/entries/0/words").asString())
                .isEqualTo("“Café” 🎈 \u0142");
        assertThat(manifest.at("/files/0/sha256").asString())
                .isEqualTo(Archive.sha256("Words".getBytes(UTF_8)));
    }
}
