package org.handbell.ingest.source.rss;

import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Reply.Answered;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The marks by which a server tells whether its feed has changed. Marks that do not fit the bound
/// of a position are left out: the feed is then read in full each time.
record RssPosition(@Nullable String etag, @Nullable String lastModified) {

    static final RssPosition START = new RssPosition(null, null);

    private static final int LONGEST_MARK = 500;

    static RssPosition after(Answered answer) {
        return new RssPosition(
                answer.header("ETag").filter(RssPosition::fits).orElse(null),
                answer.header("Last-Modified").filter(RssPosition::fits).orElse(null));
    }

    /// A position that cannot be read is a fresh start.
    static RssPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, RssPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }

    private static boolean fits(String mark) {
        return mark.length() <= LONGEST_MARK && mark.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
