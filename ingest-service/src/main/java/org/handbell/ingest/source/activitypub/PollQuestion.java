package org.handbell.ingest.source.activitypub;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.handbell.ingest.source.PollOption;
import tools.jackson.databind.JsonNode;

/// The options of a poll.
final class PollQuestion {

    private PollQuestion() {}

    static List<String> options(JsonNode object, Instant now) {
        if (!Ld.is(object, "Question")) {
            return List.of();
        }
        var ended = ended(object, now);
        return Stream.of("oneOf", "anyOf")
                .flatMap(field -> Ld.all(object, field).stream())
                .map(option ->
                        PollOption.told(
                                textOrEmpty(option, "name"),
                                option.path("replies").path("totalItems"),
                                ended))
                .toList();
    }

    /// `closed` is a time, or says yes; `endTime` is when it will be.
    private static boolean ended(JsonNode object, Instant now) {
        return object.path("closed").booleanValue(false)
                || Stream.of("closed", "endTime")
                        .map(field -> textOrEmpty(object, field))
                        .anyMatch(time -> isPast(time, now));
    }

    private static boolean isPast(String time, Instant now) {
        try {
            return !time.isBlank() && !OffsetDateTime.parse(time).toInstant().isAfter(now);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
