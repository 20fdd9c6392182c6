package org.handbell.contract.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/// What a reader adds to a record that it puts aside; key, value, other headers and timestamp stay.
public final class DeadLetterHeaders {

    /// The rule that failed, in words; never the content.
    public static final String ERROR = "handbell_error";

    /// When it failed, RFC 3339, UTC.
    public static final String FAILED_AT = "handbell_failed_at";

    /// Which service could not read it, as in `ce_source`: `/handbell/cases`.
    public static final String READER = "handbell_reader";

    /// All three: a replay leaves them out.
    public static final Set<String> ALL = Set.of(ERROR, FAILED_AT, READER);

    private DeadLetterHeaders() {}

    /// Says why on the record itself; what an earlier failure said is replaced.
    public static void mark(Headers headers, String error, Instant failedAt, String reader) {
        replace(headers, ERROR, error);
        replace(headers, FAILED_AT, failedAt.toString());
        replace(headers, READER, reader);
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
