package org.handbell.ingest.source.facebook;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.handbell.ingest.source.paged.OddEntries;
import tools.jackson.databind.JsonNode;

class OddFacebookEntriesTest extends OddEntries {

    @Override
    protected List<String> samples() {
        return List.of(
                """
                {"id":"77_1","message":"hello","created_time":"2026-11-02T12:00:00+0000",
                 "permalink_url":"https://www.facebook.com/1","parent_id":"5_6","is_published":true,
                 "from":{"id":"77","name":"Hedge"},
                 "comments":{"summary":{"total_count":2}},
                 "attachments":{"data":[{"type":"album","subattachments":{"data":[
                   {"media_type":"photo","description":"x","media":{"image":{"src":"https://a.example/1"}}},
                   {"type":"video","media":{"source":"https://a.example/2"}}]}},
                   {"type":"share","url":"https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example"},
                   {"type":"share","unshimmed_url":"https://a.example/3"}]}}
                """,
                """
                {"id":"1_2","message":"well done","created_time":"2026-11-02T12:00:00+0000",
                 "from":{"id":"77","name":"Wren"},"parent":{"id":"1_1"},
                 "attachment":{"type":"photo","media":{"image":{"src":"https://a.example/4"}}}}
                """);
    }

    @Override
    protected List<Consumer<JsonNode>> ways() {
        return Stream.of(true, false)
                .flatMap(group -> waysOf(new FacebookEntries("77", group)).stream())
                .toList();
    }
}
