package org.handbell.ingest.source.googlereviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Action;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Fetch.Refused;
import org.handbell.ingest.source.OddJson;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleReviewsSourceTest extends SourceContract {

    @Override
    protected StubPlatform platform(StubServer server) {
        return new GoogleReviewsStub(server);
    }

    @Test
    void theSchoolsAnswerIsThePostAndTheReviewerIsNobody() {
        stub().add(
                        "Lovely hens.",
                        Map.of("comment", "Thank you!", "updateTime", "2026-11-02T12:00:00Z"));

        var item = only(null);

        assertThat(item.action()).isEqualTo(Action.REPLY);
        assertThat(item.text()).isEqualTo("Thank you!");
        assertThat(item.author()).isNull();
        assertThat(item.of()).isEqualTo(new Post.Engaged(null, "Lovely hens.", null));
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
    void anAnswerThatWasTakenBackIsGone() {
        var answer = stub().post("Rude of you", NOON);
        stub().takeBack(answer);

        assertThat(fetched(null, Depth.SWEEP).items()).isEmpty();
        assertThat(source.presence(platform.account(), answer)).isEqualTo(Presence.GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Tolle Hühner!|(Translated by Google)|Great hens!, Tolle Hühner!",
        "(Translated by Google) Great hens!|(Original)|Tolle Hühner!, Tolle Hühner!",
        "(Translated by Google) Great hens!, (Translated by Google) Great hens!",
        "Great hens!, Great hens!"
    })
    void whatGoogleTranslatedIsCut(String shown, String written) {
        assertThat(GoogleReview.untranslated(shown.replace("|", "\n"))).isEqualTo(written);
    }

    @Test
    void withoutATokenItSaysWhatToDo() {
        stub().forgetToken();

        assertThat(refusal()).contains("handbell.ingest.tokens");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whatAPersonReviewsCannotBeHadAndItSaysSo() {
        var fetch = source.fetch(stub().account(Kind.PERSONAL), null, Depth.SWEEP);

        assertThat(fetch).isInstanceOf(Refused.class).asString().contains("cannot be had");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void onlyAPlaceOfTheInterfaceIsRead() {
        var elsewhere = "https://reviews.example.org" + GoogleReviewsStub.PLACE;

        assertThat(source.reads(Accounts.at(Platform.REVIEW, elsewhere))).isFalse();
        assertThat(source.reads(Accounts.at(Platform.BLOG, server.url(GoogleReviewsStub.PLACE))))
                .isFalse();
    }

    @Test
    void anOddRecordIsReadOrCalledMalformed() {
        OddJson.each(
                """
                {"reviewId": "Ab-7", "comment": "(Translated by Google) a (Original) b",
                 "reviewer": {"displayName": "Alex"}, "updateTime": "2026-11-02T12:00:00Z",
                 "reviewReply": {"comment": "Thanks", "updateTime": "2026-11-02T12:00:00Z"}}
                """,
                new GoogleReview(new GooglePlace("https://x.example/v4/accounts/1/locations/2"))
                        ::answer);
    }

    private GoogleReviewsStub stub() {
        return (GoogleReviewsStub) platform;
    }
}
