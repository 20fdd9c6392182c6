package org.handbell.ingest.http;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.handbell.contract.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// How much of a limit is used up, where a platform tells it in percent and not in requests, as
/// Meta's Graph API does.
///
/// @param percent of the tightest of its parts; 100 or more where it is used up
/// @param regain how long until it is open again; zero where it is open, or not told
public record Usage(double percent, Duration regain) {

    private static final double LONGEST_MINUTES = Duration.ofDays(7).toMinutes();

    /// Of all that the app asks together (`X-App-Usage`); empty where the answer does not say.
    public static Optional<Usage> ofApp(Reply.Answered reply) {
        return told(reply, "X-App-Usage").filter(JsonNode::isObject).map(Usage::of);
    }

    /// Of what is asked for one Page or one professional account (`X-Business-Use-Case-Usage`), the
    /// tightest where there are several; empty where the answer does not say.
    public static Optional<Usage> ofBusiness(Reply.Answered reply) {
        return told(reply, "X-Business-Use-Case-Usage").stream()
                .flatMap(businesses -> businesses.values().stream())
                .flatMap(uses -> uses.values().stream())
                .filter(JsonNode::isObject)
                .map(Usage::of)
                .reduce(Usage::tighter);
    }

    /// What is left: 0 where nothing is, 1 where all is.
    public double left() {
        return Math.clamp(1 - percent / 100, 0, 1);
    }

    /// The tighter part of either.
    static Usage tighter(Usage one, Usage other) {
        return new Usage(
                Math.max(one.percent, other.percent),
                one.regain.compareTo(other.regain) < 0 ? other.regain : one.regain);
    }

    private static Usage of(JsonNode told) {
        var percent =
                Stream.of("call_count", "total_time", "total_cputime")
                        .flatMapToDouble(part -> DoubleStream.of(told.path(part).doubleValue(0)))
                        .max()
                        .orElse(0);
        var minutes = told.path("estimated_time_to_regain_access").doubleValue(0);
        return new Usage(
                percent, Duration.ofMinutes((long) Math.clamp(minutes, 0, LONGEST_MINUTES)));
    }

    private static Optional<JsonNode> told(Reply.Answered reply, String header) {
        return reply.header(header).flatMap(Usage::parsed);
    }

    private static Optional<JsonNode> parsed(String value) {
        try {
            return Optional.of(Json.mapper().readTree(value));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
