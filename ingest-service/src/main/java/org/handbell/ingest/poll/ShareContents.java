package org.handbell.ingest.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.Topics;
import org.handbell.ingest.cursor.Cursor;
import org.handbell.ingest.poll.AccountLedger.Kept;
import org.handbell.ingest.publish.Publisher;
import org.handbell.ingest.publish.Publisher.Told;

/// What earlier owners of a share left: a cursor for each account, and the ids of the posts that
/// are still kept.
record ShareContents(Map<String, Cursor> cursors, Map<String, Remembered> remembered) {

    /// Reads them from the broker, through a publisher that has already fenced its predecessors.
    static ShareContents read(Publisher publisher, Pulling pulling) {
        var contents = new ShareContents(new HashMap<>(), new HashMap<>());
        for (var event : publisher.cursors()) {
            if (event instanceof CursorEvent.Saved saved) {
                contents.take(saved, pulling);
            }
        }
        publisher.told().forEach(told -> contents.take(told, pulling));
        return contents;
    }

    /// What was left of an account; an account that has nothing starts from the beginning.
    Kept of(String accountId) {
        return new Kept(
                cursors.getOrDefault(accountId, Cursor.start()),
                remembered.getOrDefault(accountId, new Remembered()));
    }

    /// The accounts that have a cursor.
    Set<String> accountIds() {
        return cursors.keySet();
    }

    /// Without its fingerprints everything looks new: it is told again under the same derived ids.
    private void take(CursorEvent.Saved saved, Pulling pulling) {
        try {
            cursors.put(saved.accountId(), Cursor.of(saved));
        } catch (IllegalArgumentException e) {
            pulling.metrics().tableRecordPassedOver(Topics.CURSORS.name());
        }
    }

    private void take(Told told, Pulling pulling) {
        var id = pulling.comparing().key().of(Listing.POST, told.postId());
        var ids = remembered.computeIfAbsent(told.accountId(), account -> new Remembered());
        if (told.withdrawn()) {
            ids.forget(id);
        } else {
            ids.note(
                    id,
                    new Remembered.Known(
                            told.postId(), told.postedAt(), told.stateAt(), told.capturedAt()));
        }
    }
}
