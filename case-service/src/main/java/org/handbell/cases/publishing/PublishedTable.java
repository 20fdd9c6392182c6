package org.handbell.cases.publishing;

import java.util.List;
import org.handbell.contract.Event;
import org.handbell.contract.wire.Wire;

/// A table of the desk that others read as a compacted topic.
public interface PublishedTable<E extends Event> {

    Wire<E> wire();

    /// The keys of all rows that belong on the topic.
    List<String> keys();

    /// The row under a key as it stands now, or the tombstone that says that there is none.
    E current(String key);
}
