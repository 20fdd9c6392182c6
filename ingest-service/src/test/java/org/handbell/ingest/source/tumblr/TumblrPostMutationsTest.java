package org.handbell.ingest.source.tumblr;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Mutations;
import org.junit.jupiter.api.Test;

class TumblrPostMutationsTest {

    private static final String POST =
            """
            {"id_string":"7000000000000000000","timestamp":1793620800,"liked_timestamp":1793620900,
             "date":"2026-11-02 12:00:00 GMT","post_url":"https://robin.example.org/1",
             "tags":["art"],"asking_name":"wren","title":"T","body":"<p>B",
             "layout":[{"type":"ask","blocks":[0]}],
             "content":[{"type":"text","text":"a","formatting":[{"type":"link",
                 "url":"https://a.example.org/"}]},
               {"type":"image","media":[{"url":"https://m.example.org/1"}],"alt_text":"4B"},
               {"type":"video","media":{"url":"https://m.example.org/2"}},
               {"type":"poll","question":"Rain?","answers":[{"answer_text":"Yes"}]}],
             "reblogged_from_name":"wren","reblogged_from_url":"https://wren.example.org/1",
             "trail":[{"blog":{"name":"finch"},"content":[{"type":"text","text":"b"}]}]}\
            """;

    @Test
    void whateverAPostHoldsIsAnItemOrMalformed() {
        var read =
                Mutations.of(POST, 5_000)
                        .filter(post -> {
                            try {
                                TumblrPost.read(post, true);
                                TumblrPost.liked(post, "account-1");
                                return true;
                            } catch (MalformedItemException e) {
                                return false;
                            }
                        })
                        .count();

        assertThat(read).isBetween(1_000L, 4_999L);
    }
}
