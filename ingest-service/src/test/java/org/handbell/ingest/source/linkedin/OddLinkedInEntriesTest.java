package org.handbell.ingest.source.linkedin;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.handbell.ingest.source.paged.OddEntries;
import tools.jackson.databind.JsonNode;

class OddLinkedInEntriesTest extends OddEntries {

    @Override
    protected List<String> samples() {
        return List.of(
                """
                {"id":"urn:li:share:1","commentary":"hello","visibility":"PUBLIC",
                 "lifecycleState":"PUBLISHED","publishedAt":1793624400000,"createdAt":1793624400000,
                 "lastModifiedAt":1793624400001,"lifecycleStateInfo":{"isEditedByAuthor":true},
                 "reshareContext":{"parent":"urn:li:share:2"},
                 "actor":"urn:li:organization:77","object":"urn:li:share:1",
                 "commentUrn":"urn:li:comment:(urn:li:activity:1,2)","message":{"text":"x"},
                 "created":{"time":1793624400000},"lastModified":{"time":1793624400001},
                 "content":{"media":{"id":"urn:li:image:A","altText":"x"},
                  "multiImage":{"images":[{"id":"urn:li:video:B"}]},
                  "article":{"source":"https://a.example/1"},
                  "poll":{"question":"Rain?","options":[{"text":"Yes"}]}}}
                """);
    }

    @Override
    protected List<Consumer<JsonNode>> ways() {
        return Stream.of(true, false)
                .flatMap(group ->
                        waysOf(new LinkedInEntries("urn:li:organization:77", group)).stream())
                .toList();
    }
}
