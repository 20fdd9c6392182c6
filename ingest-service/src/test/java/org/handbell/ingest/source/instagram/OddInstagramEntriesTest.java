package org.handbell.ingest.source.instagram;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.handbell.ingest.source.paged.OddEntries;
import tools.jackson.databind.JsonNode;

class OddInstagramEntriesTest extends OddEntries {

    @Override
    protected List<String> samples() {
        return List.of(
                """
                {"id":"1","caption":"hello","media_type":"CAROUSEL_ALBUM","comments_count":2,
                 "media_url":"https://a.example/1","permalink":"https://a.example/p",
                 "timestamp":"2026-11-02T12:00:00+0000","username":"robin","alt_text":"x",
                 "children":{"data":[{"id":"2","media_type":"VIDEO","media_url":"https://a.example/2"}]}}
                """,
                """
                {"id":"3","text":"thank you","timestamp":"2026-11-02T12:00:00+0000",
                 "username":"robin","parent_id":"4","replies":{"data":[{"id":"5"}]}}
                """);
    }

    @Override
    protected List<Consumer<JsonNode>> ways() {
        return Stream.of(true, false)
                .flatMap(group -> waysOf(new InstagramEntries(group)).stream())
                .toList();
    }
}
