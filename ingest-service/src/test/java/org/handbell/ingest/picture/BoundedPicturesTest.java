package org.handbell.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.ingest.Invented.COVERAGE;
import static org.handbell.ingest.Invented.account;
import static org.handbell.ingest.Invented.item;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.SettableClock;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.picture.Decoded.Picture;
import org.handbell.ingest.picture.Pictures.Wanted;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BoundedPicturesTest {

    private final StubServer server = StubServer.start();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Duration perLook = Duration.ofSeconds(20);
    private Duration perPicture = Duration.ofSeconds(10);
    private @Nullable BoundedPictures pictures;

    @AfterEach
    void close() {
        if (pictures != null) {
            pictures.close();
        }
        server.close();
    }

    @Test
    void aPostGoesOnWithWordsAndFlagsOfItsPictures() {
        var jpeg = Drawn.file(Drawn.landscape(320, 200), "jpeg");
        server.on("/trip.jpg", Answer.bytes(Drawn.withExif(jpeg, Drawn.tiff(1, true))));
        var post = post(picture("/trip.jpg"));
        var seen = look(post);
        assertThat(seen.media())
                .containsExactly(
                        new Post.Media(
                                Post.MediaType.IMAGE,
                                server.url("/trip.jpg"),
                                "on the hill",
                                "words of 320 x 200",
                                List.of("wide"),
                                true));
        assertThat(seen.coverage()).isEqualTo(post.coverage());
        assertThat(seen.observationId()).isEqualTo(post.observationId());
        assertThat(seen.contentHash()).isEqualTo(post.contentHash());
        assertThat(count("looked")).isOne();
    }

    @Test
    void aPictureThatFailsLeavesThePostAsItIsAndIsCounted() {
        server.on("/large", Answer.bytes(new byte[300_000]));
        server.on("/broken", Answer.bytes(new byte[30]));
        server.on("/away", Answer.status(502));
        var media =
                List.of(picture("/large"), picture("/broken"), picture("/away"), picture("/gone"));
        var seen = look(post(media.toArray(Post.Media[]::new)));
        assertThat(seen.media()).isEqualTo(media);
        assertThat(seen.coverage().cannotSee()).containsExactly(SeenPost.MISSED);
        assertThat(count("too_large")).isOne();
        assertThat(count("unreadable")).isOne();
        assertThat(count("unreachable")).isOne();
        assertThat(count("refused")).isOne();
        assertThat(server.asked("/away")).hasSize(1);
    }

    @Test
    void noMoreThanTheFirstPicturesOfAPostAreFetched() {
        server.on("/1", Answer.bytes(Drawn.file(Drawn.crest(40), "png")));
        var seen = look(post(Collections.nCopies(5, picture("/1")).toArray(Post.Media[]::new)));
        assertThat(server.asked("/1")).hasSize(4);
        assertThat(count("looked")).isEqualTo(4);
        assertThat(count("too_many")).isOne();
        assertThat(seen.coverage().cannotSee()).containsExactly(SeenPost.MISSED);
    }

    @Test
    void onlyPicturesAtAddressesOfTheWebAreFetched() {
        var post =
                post(
                        new Post.Media(
                                Post.MediaType.VIDEO,
                                server.url("/film"),
                                null,
                                null,
                                List.of(),
                                false),
                        new Post.Media(
                                Post.MediaType.IMAGE,
                                "file:///etc/passwd",
                                null,
                                null,
                                List.of(),
                                false),
                        new Post.Media(
                                Post.MediaType.IMAGE,
                                "not an address",
                                null,
                                null,
                                List.of(),
                                false),
                        new Post.Media(Post.MediaType.IMAGE, null, null, null, List.of(), false));
        assertThat(look(post)).isEqualTo(post);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aPrivateAddressIsRefusedAlsoAfterARedirect() {
        try (var other = StubServer.start()) {
            other.on("/inside", Answer.bytes(Drawn.file(Drawn.crest(40), "png")));
            server.on("/out", Answer.status(302).with("Location", other.url("/inside")));
            look(post(picture("/out")));
            assertThat(other.asked()).isEmpty();
            assertThat(count("refused")).isOne();
        }
    }

    @Test
    void aLookEndsWhenItsTimeIsOverWhateverTheServersDo() {
        perLook = Duration.ofMillis(700);
        perPicture = Duration.ofMillis(500);
        server.on("/slow", _ -> server.stall());
        var glance = pictures().begin(Platform.BLOG);
        var begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            glance.at(post(picture("/slow")));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(count("no_time") + count("unreachable")).isEqualTo(20);
        assertThat(server.asked("/slow").size()).isLessThanOrEqualTo(3);
    }

    @Test
    void aThreadThatIsToEndDoesNotWait() {
        server.on("/slow", _ -> server.stall());
        Thread.currentThread().interrupt();
        var seen = look(post(picture("/slow")));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen.coverage().cannotSee()).containsExactly(SeenPost.MISSED);
    }

    @Test
    void thatWordsAreNotReadIsSaid() {
        server.on("/1", Answer.bytes(Drawn.file(Drawn.crest(40), "png")));
        pictures = pictures(Words.none());
        var seen = pictures.begin(Platform.BLOG).at(post(picture("/1")));
        assertThat(seen.coverage().cannotSee()).containsExactly(SeenPost.NO_WORDS);
    }

    @Test
    void aCopyHoldsThePixelsAndNothingElseOfTheFile() {
        var jpeg = Drawn.file(Drawn.landscape(320, 200), "jpeg");
        server.on("/trip.jpg", Answer.bytes(Drawn.withExif(jpeg, Drawn.tiff(6, true))));
        var copy = copied("/trip.jpg");
        assertThat(copy.contentType()).isEqualTo("image/jpeg");
        assertThat(new String(copy.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        var seen = (Picture) new Decoder(1_000_000).decode(copy.bytes());
        assertThat(seen.located()).isFalse();
        assertThat(seen.image().getWidth()).isEqualTo(200);
        assertThat(seen.image().getHeight()).isEqualTo(320);
        assertThat(copy.sha256()).matches("[0-9a-f]{64}");
        assertThat(copy.index()).isEqualTo(2);
        assertThat(count("copied")).isOne();
    }

    @Test
    void aCopyIsMadeSmallerUntilItFits() {
        var noise = Drawn.file(Drawn.noise(1500, 1500), "jpeg");
        assertThat(noise.length).isGreaterThan(1_000_000);
        var lossless = new Picture(Format.PNG, Drawn.noise(1500, 1500), false);
        assertThat(packed(lossless).bytes().length).isLessThanOrEqualTo(Packing.MOST);
        assertThat(packed(lossless).contentType()).isEqualTo("image/jpeg");
        var small = new Picture(Format.GIF, Drawn.crest(100), false);
        assertThat(packed(small).contentType()).isEqualTo("image/png");
    }

    @Test
    void whatCannotBeCopiedSaysWhetherToTryAgain() {
        server.on("/broken", Answer.bytes(new byte[30]));
        server.on("/away", Answer.status(502));
        var glance = pictures().begin(Platform.BLOG);
        assertThat(glance.copy(wanted("/broken"))).isEqualTo(new Copied.Nothing(true));
        assertThat(glance.copy(wanted("/away"))).isEqualTo(new Copied.Nothing(false));
    }

    private MediaEvent.Captured copied(String path) {
        return ((Copied.Copy) pictures().begin(Platform.BLOG).copy(wanted(path))).event();
    }

    private Wanted wanted(String path) {
        return new Wanted("urn:1", "account-a", 2, picture(path));
    }

    private static Packing.File packed(Picture picture) {
        try {
            return Packing.of(picture).orElseThrow();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Post look(Post post) {
        return pictures().begin(Platform.BLOG).at(post);
    }

    private BoundedPictures pictures() {
        if (pictures == null) {
            pictures = pictures(new Reading());
        }
        return pictures;
    }

    private BoundedPictures pictures(Words words) {
        var settings =
                new PictureSettings(
                        true,
                        4,
                        DataSize.ofKilobytes(200),
                        1_000_000,
                        perPicture,
                        perLook,
                        2,
                        "",
                        "eng",
                        Map.<String, Path>of());
        var eyes =
                new Eyes(
                        new Decoder(settings.maxPixels()),
                        words,
                        image ->
                                image.getWidth() > image.getHeight() ? List.of("wide") : List.of());
        return PictureConfiguration.pictures(
                settings,
                Webs.settings(server.hostPort()),
                eyes,
                new PictureMetrics(registry),
                new SettableClock());
    }

    private Post.Media picture(String path) {
        return new Post.Media(
                Post.MediaType.IMAGE, server.url(path), "on the hill", null, List.of(), false);
    }

    private static Post post(Post.Media... media) {
        return new Capture(Clock.systemUTC())
                .post(account("account-a"), item("urn:1", List.of(media), List.of()), COVERAGE);
    }

    private double count(String outcome) {
        return registry.find("handbell.pictures").tag("outcome", outcome).counters().stream()
                .mapToDouble(c -> c.count())
                .sum();
    }

    private final class Reading implements Words {

        @Override
        public Optional<String> in(BufferedImage picture) {
            return Optional.of("words of " + picture.getWidth() + " x " + picture.getHeight());
        }

        @Override
        public boolean isReading() {
            return true;
        }
    }
}
