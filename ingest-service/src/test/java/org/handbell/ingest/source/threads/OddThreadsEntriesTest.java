package org.handbell.ingest.source.threads;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.handbell.ingest.source.paged.OddEntries;
import tools.jackson.databind.JsonNode;

class OddThreadsEntriesTest extends OddEntries {

    @Override
    protected List<String> samples() {
        return List.of(
                """
                {"id":"1","text":"hello","media_type":"CAROUSEL_ALBUM","is_quote_post":false,
                 "permalink":"https://a.example/p","timestamp":"2026-11-02T12:00:00+0000",
                 "username":"robin","is_reply":true,"link_attachment_url":"https://a.example/l",
                 "poll_attachment":{"option_a":"Yes","option_b":"No"},
                 "children":{"data":[{"media_type":"IMAGE","media_url":"https://a.example/1"}]}}
                """);
    }

    @Override
    protected List<Consumer<JsonNode>> ways() {
        return Stream.of(true, false)
                .flatMap(group -> waysOf(new ThreadsEntries(group)).stream())
                .toList();
    }
}
