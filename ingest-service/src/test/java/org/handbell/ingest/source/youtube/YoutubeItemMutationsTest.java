package org.handbell.ingest.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Mutations;
import org.junit.jupiter.api.Test;

class YoutubeItemMutationsTest {

    private static final String BOTH =
            """
            {"video":{"snippet":{"title":"A film","description":"d"},
              "contentDetails":{"videoId":"v1","videoPublishedAt":"2026-11-02T12:00:00Z"}},
             "comment":{"id":"c1","snippet":{"authorChannelId":{"value":"UC1"},"videoId":"v1",
              "textDisplay":"hi","parentId":"c0","publishedAt":"2026-11-02T12:00:00Z",
              "updatedAt":"2026-11-02T12:00:00Z"}}}\
            """;

    @Test
    void whateverAnEntryHoldsIsAnItemOrMalformed() {
        var read =
                Mutations.of(BOTH, 5_000)
                        .filter(both -> {
                            try {
                                return YoutubeItem.video(both.path("video")).isPresent()
                                        && YoutubeItem.comment(both.path("comment"), "UC1")
                                                .isPresent();
                            } catch (MalformedItemException e) {
                                return false;
                            }
                        })
                        .count();

        assertThat(read).isBetween(500L, 4_999L);
    }
}
