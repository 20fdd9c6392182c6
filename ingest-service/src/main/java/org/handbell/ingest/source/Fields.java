package org.handbell.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of an item that came as JSON.
public final class Fields {

    /// The end of the year 9999.
    private static final long LAST_SECOND = 253_402_300_799L;

    private Fields() {}

    /// The text of a field; null where it is absent, empty or something else.
    public static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field).stringValue("");
        return value.isBlank() ? null : value;
    }

    /// The text of a field; empty where it is absent.
    public static String textOrEmpty(JsonNode node, String field) {
        return node.path(field).stringValue("");
    }

    /// The text of a field that an item cannot do without.
    public static String required(JsonNode node, String field) {
        var value = text(node, field);
        if (value == null) {
            throw new MalformedItemException(field + " is missing or not a text");
        }
        return value;
    }

    /// A time that an item cannot do without.
    public static Instant requiredTime(JsonNode node, String field) {
        return time(required(node, field), field);
    }

    /// A time; null where the field is absent.
    public static @Nullable Instant timeOrNull(JsonNode node, String field) {
        var value = text(node, field);
        return value == null ? null : time(value, field);
    }

    /// A time; empty where there is none, or something else.
    public static Optional<Instant> possibleTime(JsonNode node, String field) {
        try {
            return Optional.ofNullable(timeOrNull(node, field));
        } catch (MalformedItemException e) {
            return Optional.empty();
        }
    }

    /// A time in whole seconds since 1970 that an item cannot do without.
    public static Instant requiredSeconds(JsonNode node, String field) {
        long seconds = node.path(field).longValue(0);
        if (seconds <= 0 || seconds > LAST_SECOND) {
            throw new MalformedItemException(field + " is missing or no time in seconds");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /// A time that an item cannot do without, told in UTC and without saying so.
    public static Instant requiredUtc(JsonNode node, String field) {
        var value = required(node, field).trim();
        try {
            return LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedItemException(field + " is not a time without an offset (ISO 8601)");
        }
    }

    private static Instant time(String value, String field) {
        try {
            return OffsetDateTime.parse(value.trim()).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedItemException(field + " is not a time with an offset (ISO 8601)");
        }
    }
}
