package org.handbell.ingest.source.youtube;

import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.TimePosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far a channel was read.
///
/// @param channel its id and the list of its videos, so that they are looked up but once
/// @param videos how far its videos were read
record YoutubePosition(@Nullable Channel channel, @Nullable TimePosition videos) {

    private static final YoutubePosition START = new YoutubePosition(null, null);

    /// A channel.
    ///
    /// @param uploads the playlist of its videos
    record Channel(String id, String uploads) {}

    /// A position that cannot be read is a fresh start.
    static YoutubePosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, YoutubePosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    String pack() {
        return Json.mapper().writeValueAsString(this);
    }

    TimePosition read() {
        return videos == null ? TimePosition.unpack(null) : videos;
    }
}
