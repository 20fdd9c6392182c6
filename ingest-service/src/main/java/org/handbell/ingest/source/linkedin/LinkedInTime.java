package org.handbell.ingest.source.linkedin;

import java.time.Instant;
import java.util.Optional;
import org.handbell.ingest.source.MalformedItemException;
import tools.jackson.databind.JsonNode;

/// Times as LinkedIn writes them: milliseconds since 1970.
final class LinkedInTime {

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private LinkedInTime() {}

    /// Empty where the value is no number, or none that a post can have been written at.
    static Optional<Instant> of(JsonNode value) {
        var millis = value.isIntegralNumber() ? value.longValue(0) : 0;
        return millis > 0 && millis <= LATEST
                ? Optional.of(Instant.ofEpochMilli(millis))
                : Optional.empty();
    }

    /// The first of these that is a time.
    static JsonNode first(JsonNode... values) {
        for (var value : values) {
            if (of(value).isPresent()) {
                return value;
            }
        }
        throw new MalformedItemException("no time of posting in milliseconds since 1970");
    }
}
