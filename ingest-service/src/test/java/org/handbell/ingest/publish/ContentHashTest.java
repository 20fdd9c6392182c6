package org.handbell.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handbell.contract.Post;
import org.handbell.contract.Post.Engaged;
import org.handbell.contract.Post.Media;
import org.handbell.contract.Post.MediaType;
import org.handbell.ingest.publish.ContentHash.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHashTest {

    private static final Media BENCH =
            new Media(
                    MediaType.IMAGE,
                    "https://wren.example/1.png",
                    "a bench",
                    null,
                    List.of(),
                    false);

    @Test
    void theSameWordsHaveTheSameHash() {
        assertThat(hash("Good morning")).isEqualTo(hash("Good morning")).hasSize(64);
    }

    @Test
    void eachPartOfWhatWasSaidChangesTheHash() {
        var plain = said("Look", List.of(), List.of(), null, List.of());
        var hashes =
                List.of(
                        ContentHash.of(plain),
                        hash("look"),
                        ContentHash.of(said("Look", List.of(BENCH), List.of(), null, List.of())),
                        ContentHash.of(said("Look", List.of(video()), List.of(), null, List.of())),
                        ContentHash.of(said("Look", List.of(other()), List.of(), null, List.of())),
                        ContentHash.of(said("Look", List.of(), List.of("a"), null, List.of())),
                        ContentHash.of(said("Look", List.of(), List.of(), engaged(), List.of())),
                        ContentHash.of(said("Look", List.of(), List.of(), null, List.of("a"))));
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void aWordThatMovesFromOneFieldToTheNextChangesTheHash() {
        var one = said("", List.of(), List.of("ab", "c"), null, List.of());
        var two = said("", List.of(), List.of("a", "bc"), null, List.of());
        var three = said("", List.of(), List.of("ab"), null, List.of("c"));
        assertThat(List.of(ContentHash.of(one), ContentHash.of(two), ContentHash.of(three)))
                .doesNotHaveDuplicates();
    }

    @Test
    void wordsReadInAPictureAreOursAndDoNotChangeTheHash() {
        var read =
                new Media(
                        BENCH.type(), BENCH.url(), BENCH.alt(), "KEEP OFF", List.of("crest"), true);
        assertThat(ContentHash.of(said("Look", List.of(read), List.of(), null, List.of())))
                .isEqualTo(
                        ContentHash.of(said("Look", List.of(BENCH), List.of(), null, List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "https://scontent-lhr8-1.xx.fbcdn.net/v/t39/s720x720/12_n.jpg?oh=1&oe=2,"
                + "https://scontent-lhr6-2.xx.fbcdn.net/v/t39/12_n.jpg?oh=3&oe=4, true",
        "https://scontent.cdninstagram.com/v/7_n.jpg?x=1,"
                + "https://scontent.cdninstagram.com/v/8_n.jpg?x=1, false",
        "https://files.hedge.example/1.jpg?v=1, https://files.hedge.example/1.jpg?v=2, false",
        "https://fbcdn.net.hedge.example/1.jpg?v=1,"
                + "https://fbcdn.net.hedge.example/1.jpg?v=2, false"
    })
    void anAddressThatIsSignedAnewEachTimeIsTheSamePicture(
            String before, String after, boolean same) {
        var one = ContentHash.of(said("Look", List.of(at(before)), List.of(), null, List.of()));
        var two = ContentHash.of(said("Look", List.of(at(after)), List.of(), null, List.of()));
        assertThat(one.equals(two)).isEqualTo(same);
    }

    private static Media at(String address) {
        return new Media(MediaType.IMAGE, address, "a bench", null, List.of(), false);
    }

    private static Media video() {
        return new Media(MediaType.VIDEO, BENCH.url(), BENCH.alt(), null, List.of(), false);
    }

    private static Media other() {
        return new Media(BENCH.type(), BENCH.url(), "a gate", null, List.of(), false);
    }

    private static Engaged engaged() {
        return new Engaged("@robin@hedge.example", "Hear, hear", null);
    }

    private static String hash(String text) {
        return ContentHash.of(said(text, List.of(), List.of(), null, List.of()));
    }

    private static Said said(
            String text,
            List<Media> media,
            List<String> links,
            Post.@Nullable Engaged of,
            List<String> options) {
        return new Said(text, media, links, of, options);
    }
}
