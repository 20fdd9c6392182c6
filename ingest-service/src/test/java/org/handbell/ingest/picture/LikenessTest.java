package org.handbell.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.handbell.ingest.picture.Decoded.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessTest {

    @TempDir Path folder;

    private final Decoder decoder = new Decoder(20_000_000);
    private Marks marks = picture -> java.util.List.of();

    @BeforeEach
    void theSchoolRegistersItsMark() throws IOException {
        marks =
                FileMarks.read(
                        Map.of(
                                "Bell Hill crest",
                                file("crest.png", Drawn.file(Drawn.crest(600), "png"))),
                        decoder);
    }

    @Test
    void aCopyOfTheMarkIsKnownWhateverItsSizeAndFormat() {
        assertThat(marks.in(Drawn.crest(600))).containsExactly("Bell Hill crest");
        assertThat(marks.in(Drawn.crest(97))).containsExactly("Bell Hill crest");
        assertThat(marks.in(read(Drawn.file(Drawn.crest(200), "jpeg"))))
                .containsExactly("Bell Hill crest");
        assertThat(marks.in(read(Drawn.file(Drawn.crest(200), "gif"))))
                .containsExactly("Bell Hill crest");
    }

    @Test
    void aCopyOnMorePaperIsKnown() {
        assertThat(marks.in(Drawn.framed(Drawn.crest(300), 40))).containsExactly("Bell Hill crest");
    }

    @Test
    void otherPicturesAreNotTheMark() {
        assertThat(marks.in(Drawn.landscape(640, 480))).isEmpty();
        assertThat(marks.in(Drawn.landscape(300, 300))).isEmpty();
        assertThat(marks.in(Drawn.notice("Bake sale", "on Friday"))).isEmpty();
        assertThat(marks.in(Drawn.noise(200, 200))).isEmpty();
        assertThat(marks.in(Drawn.paper(200, 200))).isEmpty();
    }

    /// Unlike pictures are far below the bound, and copies far above it.
    @Test
    void copiesAndOthersLieFarApart() {
        var mark = Likeness.of(Drawn.crest(600));
        var copies = java.util.stream.Stream.of(97, 48, 1000).map(Drawn::crest);
        assertThat(copies).allMatch(copy -> mark.nearness(Likeness.of(copy)) > 0.97);
        var others =
                java.util.stream.Stream.of(
                        Drawn.landscape(300, 300),
                        Drawn.notice("Bake sale", "on Friday"),
                        Drawn.noise(200, 200),
                        Drawn.framed(Drawn.landscape(200, 200), 30));
        assertThat(others).allMatch(other -> Math.abs(mark.nearness(Likeness.of(other))) < 0.7);
    }

    @Test
    void aMarkThatIsOnlyAPartOfAPictureIsNotFound() {
        var wall = Drawn.landscape(800, 600);
        wall.createGraphics().drawImage(Drawn.crest(120), 600, 400, null);
        assertThat(marks.in(wall)).isEmpty();
    }

    @Test
    void aMarkThatIsNoPictureOrPlainIsNamed() throws IOException {
        var text = file("mark.txt", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var plain = file("plain.png", Drawn.file(Drawn.paper(50, 50), "png"));
        refused(text, "handbell.ingest.pictures.marks.crest: the file is no JPEG");
        refused(plain, "handbell.ingest.pictures.marks.crest: the picture is of one colour");
        refused(folder.resolve("none"), "handbell.ingest.pictures.marks.crest: the file cannot");
    }

    private void refused(Path file, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> FileMarks.read(Map.of("crest", file), decoder))
                .withMessageContaining(message);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private BufferedImage read(byte[] file) {
        return ((Picture) decoder.decode(file)).image();
    }
}
