package org.handbell.ingest.source.linkedin;

import java.util.List;
import java.util.function.Consumer;
import org.handbell.ingest.source.paged.OddEntries;
import tools.jackson.databind.JsonNode;

class OddLinkedInEventsTest extends OddEntries {

    @Override
    protected List<String> samples() {
        return List.of(
                """
                {"resourceName":"ugcPosts","resourceId":"urn:li:ugcPost:1","method":"CREATE",
                 "owner":"urn:li:person:A","processedAt":1793624400000,"capturedAt":1793624400000,
                 "activity":{"id":"urn:li:ugcPost:1","firstPublishedAt":1793624400000,
                  "lifecycleState":"PUBLISHED","responseContext":{"parent":"urn:li:share:2"},
                  "visibility":{"com.linkedin.ugc.MemberNetworkVisibility":"PUBLIC"},
                  "specificContent":{"com.linkedin.ugc.ShareContent":{
                   "shareCommentary":{"text":"hello"},"shareMediaCategory":"IMAGE",
                   "media":[{"description":{"text":"x"},"originalUrl":"https://a.example/1"}]}}}}
                """,
                """
                {"resourceName":"socialActions/comments","resourceId":"2","method":"UPDATE",
                 "resourceUri":"/socialActions/urn:li:ugcPost:1/comments/2",
                 "activity":{"object":"urn:li:ugcPost:1","message":{"text":"well done"},
                  "created":{"time":1793624400000},"lastModified":{"time":1793624400001}},
                 "processedActivity":{"object~":{
                  "visibility":{"com.linkedin.ugc.MemberNetworkVisibility":"PUBLIC"}}}}
                """,
                """
                {"resourceName":"socialActions/likes","resourceId":"3","method":"CREATE",
                 "resourceUri":"/socialActions/urn:li:ugcPost:1/likes/urn:li:person:A",
                 "capturedAt":1793624400000,"activity":{"object":"urn:li:ugcPost:1"},
                 "processedActivity":{"object~":{
                  "visibility":{"com.linkedin.ugc.MemberNetworkVisibility":"PUBLIC"}}}}
                """);
    }

    @Override
    protected List<Consumer<JsonNode>> ways() {
        return List.of(
                LinkedInEvent::processed,
                LinkedInEvent::isOurs,
                event -> LinkedInEvent.of(event).ifPresent(LinkedInActivity::isWhole),
                event -> LinkedInEvent.of(event).ifPresent(LinkedInActivity::read));
    }
}
