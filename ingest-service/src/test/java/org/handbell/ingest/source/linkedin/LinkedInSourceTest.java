package org.handbell.ingest.source.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of an organisation.
class LinkedInSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new LinkedInStub(server);
    }

    private LinkedInStub stub() {
        return (LinkedInStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "77, urn:li:organization:77",
        "urn:li:organization:77, urn:li:organization:77",
        "urn:li:organizationBrand:78, urn:li:organizationBrand:78",
        "https://www.linkedin.com/company/77/?trk=x, urn:li:organization:77",
        "https://uk.linkedin.com/school/77, urn:li:organization:77"
    })
    void anOrganisationIsNamedByItsNumber(String address, String urn) {
        assertThat(LinkedInAddress.of(address)).isEqualTo(new LinkedInAddress.Organisation(urn));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.linkedin.com/in/robin-hedge/, no open interface shows what a member posts",
        "urn:li:person:RobinAb-1, no open interface shows what a member posts",
        "https://www.linkedin.com/groups/12345/, no interface reaches LinkedIn groups",
        "https://www.linkedin.com/company/hedge-school/, the address must be the number",
        "robin, the address must be the number"
    })
    void whatNoInterfaceShowsIsRefusedWithAPlainSentence(String address, String sentence) {
        var account = Accounts.at(Platform.LINKEDIN, address);

        assertThat(source.reads(account)).isTrue();
        assertThat(((Refused) source.fetch(account, null, Depth.SWEEP)).reason())
                .startsWith(sentence);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aVersionThatIsNoMoreIsRefusedWithTheSettingToChange() {
        platform.answerListWith(_ ->
                Answer.json("{\"status\":426,\"code\":\"NONEXISTENT_VERSION\"}").withStatus(426));

        assertThat(refusal()).contains("set handbell.ingest.sources.linkedin.version");
    }

    @Test
    void withoutATokenThatWorksTheAccountIsRefusedWithWhatToDo() {
        platform.answerListWith(
                _ -> Answer.json("{\"status\":401,\"serviceErrorCode\":65601}").withStatus(401));

        assertThat(refusal()).contains("see handbell.ingest.tokens");
    }

    @Test
    void everyQuestionNamesItsVersion() {
        platform.post("hello", NOON);
        fetched(null, Depth.SWEEP);

        assertThat(server.asked())
                .hasSize(2)
                .allSatisfy(asked -> {
                    assertThat(asked.header("linkedin-version")).isEqualTo("202605");
                    assertThat(asked.header("x-restli-protocol-version")).isEqualTo("2.0.0");
                });
    }

    @Test
    void anEditSaysWhen() {
        var post = platform.post("before", NOON);
        platform.edit(post, "after");

        assertThat(only(null).editedAt()).isEqualTo(Instant.ofEpochMilli(1793629800000L));
    }

    @Test
    void mentionsAndHashtagsAreReadAsAReaderSeesThem() {
        stub().add(
                        NOON,
                        Map.of(
                                "commentary",
                                "Thanks @[Wren](urn:li:person:Ab1) {hashtag|\\#|sportsday}"));

        assertThat(only(null).text()).isEqualTo("Thanks Wren #sportsday");
    }

    @Test
    void aPollBringsItsQuestionAndOptions() {
        var poll =
                Map.of(
                        "question",
                        "Rain?",
                        "options",
                        List.of(Map.of("text", "Yes"), Map.of("text", "No")));
        stub().add(NOON, Map.of("commentary", "So", "content", Map.of("poll", poll)));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.POLL);
        assertThat(item.text()).isEqualTo("So\n\nRain?");
        assertThat(item.pollOptions()).containsExactly("Yes", "No");
    }

    @Test
    void aReshareNamesWhatItSharesButNotItsWords() {
        stub().add(
                        NOON,
                        Map.of(
                                "commentary",
                                "Look",
                                "reshareContext",
                                Map.of("parent", "urn:li:share:5", "root", "urn:li:share:4")));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.SHARE);
        assertThat(item.of())
                .isEqualTo(
                        new Post.Engaged(
                                null, "", "https://www.linkedin.com/feed/update/urn:li:share:5/"));
    }

    @Test
    void picturesBringTheirDescriptionsAndArticlesTheirLink() {
        var images =
                List.of(
                        Map.of("id", "urn:li:image:A", "altText", "4B with the cup"),
                        Map.of("id", "urn:li:image:B"));
        stub().add(NOON, Map.of("content", Map.of("multiImage", Map.of("images", images))));
        stub().add(
                        NOON.plusSeconds(1),
                        Map.of("content", Map.of("media", Map.of("id", "urn:li:video:C"))));
        stub().add(
                        NOON.plusSeconds(2),
                        Map.of(
                                "content",
                                Map.of("article", Map.of("source", "https://x.example/a"))));

        var items = fetched(null, Depth.SWEEP).items();

        assertThat(items.get(0).links()).containsExactly("https://x.example/a");
        assertThat(items.get(1).media())
                .extracting(Post.Media::type)
                .containsExactly(Post.MediaType.VIDEO);
        assertThat(items.get(2).media())
                .extracting(Post.Media::alt)
                .containsExactly("4B with the cup", null);
    }

    @Test
    void onlyWhatIsPublishedForEveryoneIsCollected() {
        stub().add(NOON, Map.of("visibility", "CONNECTIONS"));
        stub().add(NOON, Map.of("visibility", "LOGGED_IN"));
        stub().add(NOON, Map.of("lifecycleState", "DRAFT"));

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.rejected()).isEmpty();
    }

    @Test
    void thePagesOwnCommentIsCollectedAndThoseOfOthersAreNot() {
        var post = platform.post("hello", NOON);
        stub().comments(
                        post,
                        List.of(
                                comment("1", LinkedInStub.OWNER, "thank you"),
                                comment("2", "urn:li:person:Wren", "well done")));

        assertThat(fetched(null, Depth.SWEEP).items())
                .filteredOn(item -> item.action() == Action.COMMENT)
                .extracting(Item::postId, Item::text, Item::author)
                .containsExactly(
                        Tuple.tuple("urn:li:comment:(urn:li:activity:70,1)", "thank you", null));
    }

    @Test
    void inAGroupAccountEveryCommentIsCollectedWithItsWriter() {
        var post = platform.post("hello", NOON);
        stub().comments(post, List.of(comment("2", "urn:li:person:Wren", "well done")));
        var group = Accounts.at(Platform.LINKEDIN, "77", Kind.GROUP);

        assertThat(((Fetched) source.fetch(group, null, Depth.SWEEP)).items())
                .extracting(Item::text, Item::author)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("hello", null), Tuple.tuple("well done", "urn:li:person:Wren"));
    }

    @Test
    void aCommentIsGoneWhereItIsNotFoundAndThePageIsStillShown() {
        server.on("/rest/socialActions/urn:li:activity:70/comments/1", Answer.status(404));
        var comment = "urn:li:comment:(urn:li:activity:70,1)";

        assertThat(source.presence(platform.account(), comment)).isEqualTo(Presence.GONE);

        platform.answerListWith(_ -> Answer.status(403));
        assertThat(source.presence(platform.account(), comment)).isEqualTo(Presence.UNKNOWN);
    }

    private static Map<String, Object> comment(String id, String actor, String text) {
        return Map.of(
                "id",
                id,
                "actor",
                actor,
                "object",
                "urn:li:activity:70",
                "commentUrn",
                "urn:li:comment:(urn:li:activity:70," + id + ")",
                "created",
                Map.of("actor", actor, "time", 1793624400000L),
                "lastModified",
                Map.of("actor", actor, "time", 1793624400000L),
                "message",
                Map.of("text", text));
    }
}
