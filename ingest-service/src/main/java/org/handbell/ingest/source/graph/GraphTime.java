package org.handbell.ingest.source.graph;

import static org.handbell.ingest.source.Fields.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import org.handbell.ingest.source.MalformedItemException;
import tools.jackson.databind.JsonNode;

/// Times as the Graph API writes them: the offset without its colon, as in
/// `2026-11-02T12:00:00+0000`.
public final class GraphTime {

    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX]")
                    .toFormatter(java.util.Locale.ROOT);

    private GraphTime() {}

    /// A time that an item cannot do without.
    public static Instant required(JsonNode node, String field) {
        return parsed(org.handbell.ingest.source.Fields.required(node, field))
                .orElseThrow(() -> new MalformedItemException(field + " is not a time"));
    }

    /// Empty where the field is absent or no time.
    public static Optional<Instant> of(JsonNode node, String field) {
        var value = text(node, field);
        return value == null ? Optional.empty() : parsed(value);
    }

    private static Optional<Instant> parsed(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value.strip(), FORM).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
