package org.handbell.ingest.source.trustpilot;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.OddJson;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;

class TrustpilotSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new TrustpilotStub(server);
    }

    @Test
    void theSchoolsAnswerIsThePostAndTheReviewerIsNobody() {
        var id = stub().post("Thank you!", NOON);
        stub().edit(id, "Thank you very much!");

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.text()).isEqualTo("Thank you very much!");
        assertThat(item.postedAt()).isEqualTo(NOON);
        assertThat(item.editedAt()).isEqualTo("2026-11-03T08:00:00Z");
        assertThat(item.author()).isNull();
        assertThat(item.of())
                .isEqualTo(
                        new Post.Engaged(null, "Hens\n\nLovely hens.", id.replace("#reply", "")));
        assertThat(item.toString()).doesNotContain("Passerby");
    }

    @Test
    void aReviewThatNobodyAnsweredIsNotCollected() {
        stub().review("Dreadful hens.", NOON);

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.rejected()).isEmpty();
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void anAnswerThatCannotBeReadIsPutAsideWithoutTheReviewer() {
        stub().spoil("Wobbly");

        assertThat(fetched(null, Depth.SWEEP).rejected())
                .singleElement()
                .satisfies(r -> assertThat(r.original()).doesNotContain("Passerby"));
    }

    @Test
    void anAnswerThatWasTakenBackIsGone() {
        var answer = stub().post("Rude of you", NOON);
        stub().takeBack(answer);

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
        assertThat(source.presence(platform.account(), answer)).isEqualTo(Presence.GONE);
    }

    @Test
    void withoutAKeyItSaysWhatToDo() {
        stub().forgetKey();

        assertThat(refusal()).contains("handbell.ingest.tokens");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void theKeyTravelsInAHeaderOfItsOwn() {
        try (var keyed = Webs.giving(server.hostPort(), "header:apikey", "key-of-the-school")) {
            platform.source(keyed).fetch(platform.account(), null, Depth.NEWEST);
        }

        assertThat(server.asked())
                .singleElement()
                .extracting(asked -> asked.header("apikey"))
                .isEqualTo("key-of-the-school");
    }

    @Test
    void whatAPersonReviewsCannotBeHadAndItSaysSo() {
        var fetch = source.fetch(stub().account(Kind.PERSONAL), null, Depth.SWEEP);

        assertThat(fetch).isInstanceOf(Refused.class).asString().contains("cannot be had");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void onlyAPageOfTheInterfaceIsRead() {
        var page = "https://www.trustpilot.com/review/school.example.org";

        assertThat(source.reads(Accounts.at(Platform.REVIEW, page))).isFalse();
        assertThat(source.reads(Accounts.at(Platform.FORUM, platform.account().address())))
                .isFalse();
    }

    @Test
    void anOddRecordIsReadOrCalledMalformed() {
        var unit =
                TrustpilotUnit.of(
                                new TrustpilotSettings(
                                        java.net.URI.create(server.url("")),
                                        java.net.URI.create("https://www.trustpilot.com")),
                                platform.account().address())
                        .orElseThrow();
        OddJson.each(
                """
                {"id": "0123456789abcdef01234567", "title": "A", "text": "b",
                 "consumer": {"displayName": "Alex"}, "createdAt": "2026-11-02T12:00:00Z",
                 "companyReply": {"text": "Thanks", "createdAt": "2026-11-02T12:00:00Z",
                  "updatedAt": "2026-11-02T12:30:00Z"}}
                """,
                new TrustpilotReview(unit)::answer);
    }

    private TrustpilotStub stub() {
        return (TrustpilotStub) platform;
    }
}
