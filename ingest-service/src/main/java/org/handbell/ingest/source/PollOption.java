package org.handbell.ingest.source;

import tools.jackson.databind.JsonNode;

/// An option of a poll, in words.
public final class PollOption {

    private PollOption() {}

    /// The option, with its votes once the poll has ended: until then they change all the time, and
    /// each would count as an edit.
    ///
    /// @param votes their number; anything else where the platform does not say
    public static String told(String title, JsonNode votes, boolean ended) {
        if (!ended || !votes.isIntegralNumber()) {
            return title;
        }
        return title + " (" + votes + (votes.asString().equals("1") ? " vote)" : " votes)");
    }
}
