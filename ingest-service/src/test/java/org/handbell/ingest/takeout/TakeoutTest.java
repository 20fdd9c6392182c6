package org.handbell.ingest.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.handbell.contract.Action;
import org.handbell.contract.Post;
import org.handbell.contract.SubmissionEvent.Submitted;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Mutations;
import org.handbell.ingest.takeout.Takeout.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The posts are invented, in the shape that other readers of such archives describe.
class TakeoutTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String POSTS = "Takeout/Google+ Stream/Posts/";
    private static final String PUBLIC =
            "\"postAcl\":{\"visibleToStandardAcl\":{\"circles\":[{\"type\":\"CIRCLE_TYPE_PUBLIC\"}]}}";

    @TempDir private Path folder;
    private final TakeoutPost reader = new TakeoutPost("account-1", NOW);
    private final List<Submitted> taken = new ArrayList<>();

    @Test
    void theFilesOfPostsAreReadFromAZipAndNothingElse() throws IOException {
        var count =
                read(
                        zip(
                                Map.of(
                                        POSTS + "20150206 - One.json",
                                        post("1", "one"),
                                        POSTS + "20160101 - Two.json",
                                        post("2", "two"),
                                        POSTS + "20160101 - Two.html",
                                        "<p>two",
                                        POSTS + "deep/three.json",
                                        post("3", "three"),
                                        "Takeout/Profile/Profile.json",
                                        post("4", "four"))));

        assertThat(count).isEqualTo(new Count(2, 0, 0));
        assertThat(taken).extracting(Submitted::text).containsExactly("one", "two");
    }

    @Test
    void anUnpackedFolderIsReadAsWellButItsLinksAreNotFollowed() throws IOException {
        var posts = Files.createDirectories(folder.resolve(POSTS));
        Files.writeString(posts.resolve("a.json"), post("1", "one"));
        var outside = Files.writeString(folder.resolve("secret.json"), post("2", "two"));
        Files.createSymbolicLink(posts.resolve("b.json"), outside);

        assertThat(read(folder.resolve("Takeout"))).isEqualTo(new Count(1, 0, 0));
        assertThat(taken).extracting(Submitted::text).containsExactly("one");
    }

    @Test
    void whatWasNotShownToEverybodyIsLeftOut() throws IOException {
        var circle =
                "{\"url\":\"https://plus.example.org/1\",\"creationTime\":\"2015-02-06 07:36:49+0000\","
                        + "\"content\":\"friends\",\"postAcl\":{\"visibleToStandardAcl\":{\"circles\":"
                        + "[{\"type\":\"CIRCLE_TYPE_EXTENDED_CIRCLES\"}]}}}";
        var community =
                circle.replace("visibleToStandardAcl", "communityAcl")
                        .replace("CIRCLE_TYPE_EXTENDED_CIRCLES", "CIRCLE_TYPE_PUBLIC");

        var count =
                read(
                        zip(
                                Map.of(
                                        POSTS + "a.json", circle,
                                        POSTS + "b.json", community,
                                        POSTS + "c.json", "{\"content\":\"says nothing\"}")));

        assertThat(count).isEqualTo(new Count(0, 3, 0));
        assertThat(taken).isEmpty();
    }

    @Test
    void badFilesAreCountedAndTheGoodOnesGoOn() throws IOException {
        var huge = post("2", "x".repeat(TakeoutArchive.LARGEST_POST));

        var count =
                read(
                        zip(
                                Map.of(
                                        POSTS + "a.json",
                                        "{oddly",
                                        POSTS + "b.json",
                                        "[]",
                                        POSTS + "c.json",
                                        huge,
                                        POSTS + "d.json",
                                        post("1", "one"))));

        assertThat(count).isEqualTo(new Count(1, 0, 3));
    }

    @Test
    void aPostSaysWhatWasWrittenAndWhenWithItsLinkAndItsPictures() {
        var submitted =
                only(
                        "{\"url\":\"https://plus.example.org/p/1\",\"creationTime\":\"2015-02-06 07:36:49+0100\","
                                + "\"author\":{\"displayName\":\"Robin\"},"
                                + "\"content\":\"Won!<br>At <b>last</b> &amp; well\","
                                + "\"link\":{\"title\":\"T\",\"url\":\"https://a.example.org/\"},"
                                + "\"media\":{\"url\":\"https://m.example.org/1\",\"contentType\":\"image/*\","
                                + "\"description\":\"4B with the cup\"},"
                                + "\"album\":{\"media\":[{\"url\":\"https://m.example.org/2\",\"contentType\":\"video/*\"}]},"
                                + "\"comments\":[{\"content\":\"words of others\"}],"
                                + PUBLIC
                                + "}");

        assertThat(submitted.text()).isEqualTo("Won!\nAt last & well\n\nhttps://a.example.org/");
        assertThat(submitted.postedAt()).isEqualTo("2015-02-06T06:36:49Z");
        assertThat(submitted.link()).isEqualTo("https://plus.example.org/p/1");
        assertThat(submitted.action()).isEqualTo(Action.POST);
        assertThat(submitted.author()).isNull();
        assertThat(submitted.at()).isEqualTo(NOW);
        assertThat(submitted.media())
                .extracting(Post.Media::type, Post.Media::alt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Post.MediaType.IMAGE, "4B with the cup"),
                        org.assertj.core.groups.Tuple.tuple(Post.MediaType.VIDEO, null));
    }

    @Test
    void theWordsThatAPostSharesAreLeftOut() {
        var submitted =
                only(
                        post("1", "look")
                                .replace(
                                        PUBLIC,
                                        PUBLIC
                                                + ",\"resharedPost\":{\"content\":\"words of others\"}"));

        assertThat(submitted.action()).isEqualTo(Action.SHARE);
        assertThat(submitted.text()).isEqualTo("look");
    }

    @Test
    void bringingItInTwiceMakesTheSameIds() {
        assertThat(only(post("1", "one")).submissionId())
                .isEqualTo(only(post("1", "one, read again")).submissionId())
                .isNotEqualTo(only(post("2", "one")).submissionId());
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-06 07:36:49+0000, 2015-02-06T07:36:49Z",
        "2015-02-06 07:36:49-08:00, 2015-02-06T15:36:49Z",
        "2015-02-06 07:36:49+01, 2015-02-06T06:36:49Z",
        "2015-02-06T07:36:49Z, 2015-02-06T07:36:49Z"
    })
    void timesAreReadInTheFormsThatAreDescribed(String said, String meant) {
        var submitted = only(post("1", "one").replace("2015-02-06 07:36:49+0000", said));

        assertThat(submitted.postedAt()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2015-02-06 07:36:49", "", "99999-99-99T00:00:00Z"})
    void anythingElseIsNoTime(String said) {
        var bytes = bytes(post("1", "Wobbly").replace("2015-02-06 07:36:49+0000", said));

        assertThatThrownBy(() -> reader.read(bytes))
                .isInstanceOf(MalformedItemException.class)
                .hasMessageContaining("creationTime")
                .hasMessageNotContaining("Wobbly");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        var text = Files.writeString(folder.resolve("a.zip"), "no zip");

        assertThatThrownBy(() -> TakeoutArchive.open(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TakeoutArchive.open(folder.resolve("none")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whateverAFileHoldsIsAPostOrMalformed() {
        var document =
                post("1", "one")
                        .replace(
                                PUBLIC,
                                PUBLIC
                                        + ",\"link\":{\"url\":\"https://a.example.org/\"},"
                                        + "\"media\":{\"url\":\"https://m.example.org/1\"},"
                                        + "\"album\":{\"media\":[{\"contentType\":\"video/*\"}]}");
        var read =
                Mutations.of(document, 2_000)
                        .filter(post -> {
                            try {
                                return reader.read(bytes(post.toString())).isPresent();
                            } catch (MalformedItemException e) {
                                return false;
                            }
                        })
                        .count();

        assertThat(read).isBetween(200L, 1_999L);
    }

    private Count read(Path archive) throws IOException {
        try (var open = TakeoutArchive.open(archive)) {
            return new Takeout(reader).read(open, taken::add);
        }
    }

    private Submitted only(String post) {
        return reader.read(bytes(post)).orElseThrow();
    }

    private Path zip(Map<String, String> files) throws IOException {
        var zip = folder.resolve("takeout.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(bytes(file.getValue()));
            }
        }
        return zip;
    }

    private static String post(String number, String words) {
        return "{\"url\":\"https://plus.example.org/p/"
                + number
                + "\",\"creationTime\":\"2015-02-06 07:36:49+0000\",\"content\":\""
                + words
                + "\","
                + PUBLIC
                + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
