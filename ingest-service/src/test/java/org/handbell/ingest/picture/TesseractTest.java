package org.handbell.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void theWordsOfANoticeAreRead() throws Exception {
        var words = Tesseract.where("tesseract", "eng", LONG);
        assumeThat(words.isReading()).as("Tesseract is not installed with English").isTrue();
        assertThat(words.in(Drawn.notice("Year 4 trip moved", "to Thursday morning")))
                .contains("Year 4 trip moved\nto Thursday morning");
    }

    @Test
    void wherePicturesHaveNoWordsNoneAreMadeUp() throws Exception {
        var words = Tesseract.where("tesseract", "eng", LONG);
        assumeThat(words.isReading()).as("Tesseract is not installed with English").isTrue();
        assertThat(words.in(Drawn.paper(300, 200))).isEmpty();
        assertThat(words.in(Drawn.landscape(400, 300))).isEmpty();
        assertThat(words.in(Drawn.paper(3, 3))).isEmpty();
    }

    @Test
    void aMissingProgramOrLanguageIsAState() throws Exception {
        assertThat(Tesseract.where("no-such-program", "eng", LONG).isReading()).isFalse();
        assertThat(Tesseract.where("", "eng", LONG).isReading()).isFalse();
        var french = program("echo 'List of available languages (1):'; echo fra");
        assertThat(Tesseract.where(french, "eng", LONG).isReading()).isFalse();
        assertThat(Tesseract.where(french, "fra", LONG).isReading()).isTrue();
        assertThat(Words.none().in(Drawn.notice("Hello"))).isEmpty();
    }

    @Test
    void aProgramThatHangsIsEndedAndOneThatFailsIsHeardNoMore() throws Exception {
        var begun = System.nanoTime();
        var hanging = new Tesseract(program("exec sleep 600"), "eng", Duration.ofMillis(300));
        assertThat(hanging.in(Drawn.noise(2000, 1000))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        var failing = new Tesseract(program("cat >/dev/null; echo words; exit 3"), "eng", LONG);
        assertThat(failing.in(Drawn.notice("Hello"))).isEmpty();
        var closing = new Tesseract(program("exec <&-; exit 0"), "eng", LONG);
        assertThat(closing.in(Drawn.noise(2000, 1000))).isEmpty();
        var endless = new Tesseract(program("cat >/dev/null; yes 1"), "eng", Duration.ofSeconds(2));
        assertThat(endless.in(Drawn.notice("Hello"))).isEmpty();
    }

    @Test
    void wordsOfWhichItIsUnsureAreLeftOut() {
        var table =
                "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
                        + "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t96.1\tGood\n"
                        + "5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t12.5\t~vx\n"
                        + "5\t1\t1\t1\t2\t1\t0\t0\t9\t9\t60\tmorning\n"
                        + "4\t1\t1\t1\t2\t0\t0\t0\t9\t9\t-1\t\n";
        assertThat(Legible.of(table)).contains("Good\nmorning");
        assertThat(Legible.of("5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t99\t|\n")).isEmpty();
        assertThat(Legible.of("nonsense")).isEmpty();
    }

    private String program(String script) throws IOException {
        var file = folder.resolve("program-" + script.hashCode());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
