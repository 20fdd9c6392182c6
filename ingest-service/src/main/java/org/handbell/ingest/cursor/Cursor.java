package org.handbell.ingest.cursor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;

/// Where the collector stands with an account.
///
/// @param position what the source goes on from; null at the start
/// @param sweptAt when the account was last read in full; null where never
public record Cursor(@Nullable String position, Seen seen, @Nullable Instant sweptAt) {

    /// Longest position, in bytes of UTF-8.
    public static final int MAX_POSITION = 2560;

    /// Largest record of a cursor, key and headers included, in bytes.
    public static final int MAX_RECORD = 16 * 1024;

    private static final int BESIDES = 1024;
    private static final int BASE64_BYTES_PER_ITEM = 27;

    /// Nothing was read yet.
    public static Cursor start() {
        return new Cursor(null, Seen.nothing(), null);
    }

    /// @throws IllegalArgumentException where the fingerprints cannot be unpacked
    public static Cursor of(CursorEvent.Saved saved) {
        return new Cursor(saved.position(), Seen.unpack(saved.seen()), saved.sweptAt());
    }

    /// How long its fingerprints are remembered.
    public Seen.Keeping keeping(Instant now) {
        return new Seen.Keeping(now, sweptAt);
    }

    /// The event that saves it, at most {@value #MAX_RECORD} bytes as a record: where the position
    /// needs much room, the oldest fingerprints give way.
    public CursorEvent.Saved saved(String accountId, Instant at) {
        var room = MAX_RECORD - BESIDES - escaped(position);
        var most = Math.max(0, Math.min(Seen.MOST, room / BASE64_BYTES_PER_ITEM));
        return new CursorEvent.Saved(accountId, position, seen.pack(most), sweptAt, at);
    }

    /// Whether a source's position may be kept.
    public static boolean fits(@Nullable String position) {
        return position == null || position.getBytes(StandardCharsets.UTF_8).length <= MAX_POSITION;
    }

    private static int escaped(@Nullable String position) {
        return position == null ? 0 : Json.mapper().writeValueAsBytes(position).length;
    }
}
