package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @Test
    void theTightestOfSeveralBusinessesCounts() {
        var told =
                "{\"1\":[{\"type\":\"pages\",\"call_count\":12,\"total_time\":30},"
                        + "{\"type\":\"instagram\",\"total_cputime\":101,"
                        + "\"estimated_time_to_regain_access\":19}],\"2\":[{\"call_count\":5}]}";

        assertThat(Usage.ofBusiness(answer("X-Business-Use-Case-Usage", told)))
                .contains(new Usage(101, Duration.ofMinutes(19)));
    }

    @Test
    void whatIsLeftIsNeverLessThanNothing() {
        assertThat(new Usage(130, Duration.ZERO).left()).isZero();
        assertThat(new Usage(25, Duration.ZERO).left()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "7", "null", "\"x\"", "{\"1\":7}", "{\"1\":[7]}"})
    void anythingElseSaysNothing(String odd) {
        assertThat(Usage.ofBusiness(answer("X-Business-Use-Case-Usage", odd))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "7", "null", "\"x\""})
    void anOddAppUsageSaysNothing(String odd) {
        assertThat(Usage.ofApp(answer("X-App-Usage", odd))).isEmpty();
    }

    @Test
    void oddNumbersAreNone() {
        var told = "{\"call_count\":\"many\",\"estimated_time_to_regain_access\":-5}";

        assertThat(Usage.ofApp(answer("X-App-Usage", told))).contains(new Usage(0, Duration.ZERO));
    }

    private static Reply.Answered answer(String header, String value) {
        return new Reply.Answered(
                URI.create("https://graph.example/"),
                200,
                Map.of(header.toLowerCase(java.util.Locale.ROOT), List.of(value)),
                new Body(new byte[0]));
    }
}
