package org.handbell.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `cursors.v1` (compacted): where the collector stands with an account. Ingest's own, written in
/// one transaction with the posts it follows.
public sealed interface CursorEvent extends Event {

    String accountId();

    @Override
    default String key() {
        return accountId();
    }

    /// The collector's place.
    ///
    /// @param position the source's own opaque place; null at the start
    /// @param seen packed keyed fingerprints (id, content, time of capture) of the newest 500
    ///   items, base64: for 72 hours, for as long as a case watches the item, and at most 30 days
    ///   while the account cannot be read in full
    /// @param sweptAt when the account was last read in full; null where never
    record Saved(
            String accountId,
            @Nullable String position,
            String seen,
            @Nullable Instant sweptAt,
            Instant at)
            implements CursorEvent {

        public Saved {
            Require.text(accountId, "accountId");
            Require.present(seen, "seen");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("cursor", accountId, at.toString());
        }
    }

    /// The account was closed: a tombstone on the wire.
    record Forgotten(String accountId, Instant at) implements CursorEvent, Tombstone {

        public Forgotten {
            Require.text(accountId, "accountId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("cursor-forgotten", accountId);
        }
    }
}
