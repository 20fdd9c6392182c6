package org.handbell.ingest.source.x;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Mutations;
import org.junit.jupiter.api.Test;

class XPostMutationsTest {

    private static final String ANSWER =
            """
            {"data":{"id":"1859000000000000001","text":"RT @wren: see https://t.co/a &amp; more",
             "created_at":"2026-11-02T12:00:00.000Z","lang":"en","in_reply_to_user_id":"9",
             "edit_history_tweet_ids":["1859000000000000000","1859000000000000001"],
             "note_tweet":{"text":"long https://t.co/a","entities":{"urls":[
               {"url":"https://t.co/a","expanded_url":"https://a.example.org/"}]}},
             "entities":{"mentions":[{"id":"9","username":"wren"}],"urls":[{"url":"https://t.co/a",
               "expanded_url":"https://x.com/wren/status/5","unwound_url":"https://u.example.org/"}]},
             "referenced_tweets":[{"type":"quoted","id":"5"},{"type":"replied_to","id":"6"}],
             "attachments":{"media_keys":["3_1","7_1"],"poll_ids":["31"]}},
             "includes":{"tweets":[{"id":"5","text":"Rain"}],
               "media":[{"media_key":"3_1","type":"photo","url":"https://m.example.org/1"},
                 {"media_key":"7_1","type":"video","variants":[{"content_type":"video/mp4"}]}],
               "polls":[{"id":"31","options":[{"position":1,"label":"Yes"}]}]}}\
            """;

    @Test
    void whateverTheAnswerHoldsIsAnItemOrMalformed() {
        var read =
                Mutations.of(ANSWER, 5_000)
                        .filter(answer -> {
                            try {
                                var includes = XIncludes.of(answer.path("includes"));
                                return !XPost.read(answer.path("data"), includes)
                                        .postId()
                                        .isEmpty();
                            } catch (MalformedItemException e) {
                                return false;
                            }
                        })
                        .count();

        assertThat(read).isBetween(1_000L, 4_999L);
    }
}
