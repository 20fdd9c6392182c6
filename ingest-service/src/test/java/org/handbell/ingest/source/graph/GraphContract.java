package org.handbell.ingest.source.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Fetch.TryLater;
import org.handbell.ingest.source.Fetch.UsedUp;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.SourceContract;
import org.handbell.ingest.stub.StubServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every source on the Graph API owes, over what all sources do.
public abstract class GraphContract extends SourceContract {

    private GraphStub graph() {
        return (GraphStub) platform;
    }

    @ParameterizedTest
    @CsvSource({
        "190, 460, a password was changed (error 190/460)",
        "190, 463, it has expired (error 190/463)",
        "190, 0, it is no longer valid (error 190)",
        "102, 0, it is no longer valid (error 102)"
    })
    void aDeadTokenIsRefusedWithWhatToDo(int code, int subcode, String why) {
        platform.answerListWith(_ -> GraphStub.error(code, subcode));

        assertThat(refusal()).contains("handbell.ingest.tokens").endsWith(why);
    }

    @Test
    void withoutATokenTheAccountIsRefusedWithWhatToDo() {
        platform.answerListWith(_ -> GraphStub.error(104, 0));

        assertThat(refusal()).endsWith("needs an access token: see handbell.ingest.tokens");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 200, 283})
    void aMissingPermissionIsRefusedNamingIt(int code) {
        platform.answerListWith(_ -> GraphStub.error(code, 0));

        assertThat(refusal()).startsWith("the access token lacks a permission: ");
    }

    @Test
    void anUnknownAccountIsRefusedWithoutItsName() {
        platform.answerListWith(_ -> GraphStub.error(100, 33));

        assertThat(refusal())
                .startsWith("not known to ")
                .endsWith("(error 100/33)")
                .doesNotContain("1000077");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 17, 32, 341, 613, 80_001, 80_002})
    void aUsedUpLimitIsSaidToBeUsedUp(int code) {
        platform.answerListWith(_ -> GraphStub.error(code, 0));

        assertThat(fetch(null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        UsedUp.class,
                        used -> assertThat(used.after()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void howLongALimitStaysUsedUpIsPassedOn() {
        var usage = "{\"77\":[{\"call_count\":100,\"estimated_time_to_regain_access\":42}]}";
        platform.answerListWith(
                _ -> GraphStub.error(80_001, 0).with("X-Business-Use-Case-Usage", usage));

        assertThat(fetch(null, Depth.NEWEST))
                .isInstanceOfSatisfying(
                        UsedUp.class,
                        used -> assertThat(used.after()).isEqualTo(Duration.ofMinutes(42)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aPassingErrorIsTriedLater(int code) {
        platform.answerListWith(_ -> GraphStub.error(code, 0));

        assertThat(fetch(null, Depth.NEWEST)).isInstanceOf(TryLater.class);
    }

    @Test
    void anErrorThatComesAsASuccessIsAnError() {
        platform.answerListWith(_ -> GraphStub.error(190, 0).withStatus(200));

        assertThat(refusal()).contains("handbell.ingest.tokens");
    }

    @Test
    void anAnswerWithoutAListIsRefused() {
        platform.answerListWith(_ -> Answer.json("{\"data\":{\"id\":\"1\"}}"));

        assertThat(fetch(null, Depth.SWEEP)).isInstanceOf(Fetch.Refused.class);
    }

    @Test
    void theNextAddressIsNeverAskedSinceItHoldsTheToken() {
        IntStream.range(0, platform.pageSize() + 1)
                .forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));

        assertThat(fetched(null, Depth.SWEEP).items()).hasSize(platform.pageSize() + 1);
        assertThat(server.asked()).noneMatch(a -> a.query().containsKey("access_token"));
    }

    @Test
    protected void betweenSweepsOnePageIsEnough() {
        IntStream.range(0, platform.pageSize() * 2)
                .forEach(i -> platform.post("number " + i, NOON.plusSeconds(i)));
        var position = fetched(null, Depth.NEWEST).position();
        var sofar = server.asked().size();

        platform.post("new", NOON.plusSeconds(900));
        var fetched = fetched(position, Depth.NEWEST);

        assertThat(fetched.items().getFirst().text()).endsWith("new");
        assertThat(fetched.complete()).isFalse();
        assertThat(server.asked()).hasSize(sofar + 1);
    }

    /// What is older is not collected, so that its absence tells of no deletion.
    @Test
    void readingEndsWithAPageFromBeforeTheNoticeAndIsComplete() {
        var before = Instant.parse("2018-05-01T12:00:00Z");
        IntStream.range(0, platform.pageSize() * 4)
                .forEach(i -> platform.post("number " + i, before.plusSeconds(i)));
        platform.post("new", NOON);

        var fetched = fetched(null, Depth.SWEEP);

        assertThat(fetched.items().getFirst().text()).isEqualTo("new");
        assertThat(fetched.items()).hasSize(platform.pageSize() * 2);
        assertThat(fetched.complete()).isTrue();
    }

    @Test
    void anOddPositionIsReadWithoutHarm() {
        platform.post("hello", NOON);

        var odd = "{\"account\":\"../x\",\"newest\":[null],\"comments\":{\"1\":null}}";
        assertThat(fetched(odd, Depth.NEWEST).items()).hasSize(1);
        assertThat(fetched("{\"newest\":null,\"comments\":null}", Depth.NEWEST).items()).hasSize(1);
    }

    /// Else a token that lost its sight would withdraw every post.
    @Test
    void aPostIsNotGoneWhereItsAccountIsNotSeenEither() {
        var post = platform.post("there", NOON);
        platform.delete(post);
        graph().hideAccount();

        assertThat(source.presence(platform.account(), post)).isEqualTo(Presence.UNKNOWN);
    }
}
