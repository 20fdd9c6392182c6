package org.handbell.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.handbell.ingest.Invented.COVERAGE;
import static org.handbell.ingest.Invented.NOON;
import static org.handbell.ingest.Invented.account;
import static org.handbell.ingest.Invented.item;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.handbell.contract.Action;
import org.handbell.contract.Ids;
import org.handbell.contract.Post;
import org.handbell.contract.SubmissionEvent;
import org.handbell.ingest.SettableClock;
import org.junit.jupiter.api.Test;

class CaptureTest {

    private final Capture capture = new Capture(new SettableClock());

    @Test
    void aPostSaysWhatWasSeenWhenAndByWhichSource() {
        var post = capture.post(account("a"), item("urn:1", "Good morning"), COVERAGE);
        assertThat(post.text()).isEqualTo("Good morning");
        assertThat(post.capturedAt()).isEqualTo(NOON);
        assertThat(post.coverage()).isEqualTo(COVERAGE);
        assertThat(post.truncated()).isEmpty();
        assertThat(post.broughtIn()).isFalse();
        assertThat(post.observationId()).isEqualTo(Ids.observation("urn:1", post.contentHash()));
    }

    @Test
    void aTextThatIsTooLongIsCutAndSaysSo() {
        var long1 = "é".repeat(Post.MAX_ORIGINAL);
        var post = capture.post(account("a"), item("urn:1", long1), COVERAGE);
        assertThat(post.text()).hasSize(Post.MAX_TEXT);
        assertThat(String.valueOf(post.original()).getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(Post.MAX_ORIGINAL - 1, Post.MAX_ORIGINAL);
        assertThat(post.truncated()).containsExactly("text", "original");
    }

    @Test
    void anEditBeyondTheCutIsStillAnEdit() {
        var same = "x".repeat(Post.MAX_TEXT);
        var one = capture.post(account("a"), item("urn:1", same + "one"), COVERAGE);
        var two = capture.post(account("a"), item("urn:1", same + "two"), COVERAGE);
        assertThat(one.text()).isEqualTo(two.text());
        assertThat(one.contentHash()).isNotEqualTo(two.contentHash());
    }

    @Test
    void anItemWithoutAnIdIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capture.post(account("a"), item("", "words"), COVERAGE))
                .withMessage("postId is missing");
    }

    @Test
    void whatAPersonBringsInHasTheSameIdsEachTime() {
        var brought =
                new SubmissionEvent.Submitted(
                        "sub-1",
                        "a",
                        Action.POST,
                        null,
                        "https://wren.example/1",
                        "Seen on a wall",
                        List.of(),
                        NOON,
                        NOON);
        var post = capture.post(account("a"), brought);
        assertThat(post.broughtIn()).isTrue();
        assertThat(post.coverage().source()).isEqualTo("brought in by hand");
        assertThat(post.original()).isNull();
        assertThat(post.observationId())
                .isEqualTo(capture.post(account("a"), brought).observationId());
    }
}
