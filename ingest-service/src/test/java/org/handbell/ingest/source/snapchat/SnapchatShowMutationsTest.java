package org.handbell.ingest.source.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.source.Mutations;
import org.junit.jupiter.api.Test;

class SnapchatShowMutationsTest {

    private static final String SHOWN =
            """
            {"id":"spot-1","created_at":"2026-11-02T12:00:00Z","title":"t","description":"d",
             "share_url":"https://s.example.org/1","media_url":"https://m.example.org/1"}\
            """;

    @Test
    void whateverIsShownIsAnItemOrMalformed() {
        var read =
                Mutations.of(SHOWN, 2_000)
                        .filter(shown -> {
                            try {
                                return !SnapchatShow.STORY.read(shown).postId().isEmpty();
                            } catch (MalformedItemException e) {
                                return false;
                            }
                        })
                        .count();

        assertThat(read).isBetween(200L, 1_999L);
    }
}
