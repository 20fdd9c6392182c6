package org.handbell.notification.delivery;

import java.time.Instant;

/// What a digest's timer is for: a person's digest at a time. What comes later gets a timer of its
/// own.
public record DigestTimer(String personId, Instant at) {

    private static final char BAR = '/';

    /// `person/seconds`; the person's id may hold the bar.
    public String id() {
        return personId + BAR + at.getEpochSecond();
    }

    static DigestTimer parse(String id) {
        var bar = id.lastIndexOf(BAR);
        return new DigestTimer(
                id.substring(0, bar), Instant.ofEpochSecond(Long.parseLong(id.substring(bar + 1))));
    }
}
