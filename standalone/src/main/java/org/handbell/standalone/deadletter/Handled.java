package org.handbell.standalone.deadletter;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handbell.standalone.deadletter.DeadLetter.State;

/// What a person has done with the dead letters of one topic. It is kept as the committed offset of
/// the consumer group `handbell-dead-letters`, with the exceptions above it as its metadata
/// (`17:replayed 21:discarded`): no store of its own, and gone together with the records.
///
/// @param floor everything below this offset is done with
/// @param above what is done above the floor
record Handled(long floor, NavigableMap<Long, State> above) {

    /// A broker takes 4096 bytes of metadata.
    static final int LONGEST = 4000;

    Handled {
        above = new TreeMap<>(above);
    }

    static Handled nothing() {
        return new Handled(0, new TreeMap<>());
    }

    static Handled parse(long floor, String metadata) {
        var above = new TreeMap<Long, State>();
        for (var mark : metadata.split(" ")) {
            var parts = mark.split(":");
            if (parts.length == 2) {
                above.put(
                        Long.parseLong(parts[0]), State.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            }
        }
        return new Handled(floor, above);
    }

    State state(long offset) {
        return offset < floor ? State.DISCARDED : above.getOrDefault(offset, State.OPEN);
    }

    /// With one more record done.
    ///
    /// @throws IllegalStateException where too many lie above an older one that is open
    Handled with(long offset, State state) {
        var more = new TreeMap<>(above);
        more.put(offset, state);
        var handled = new Handled(floor, more);
        if (handled.metadata().length() > LONGEST) {
            throw new IllegalStateException(
                    "too many records are done above an open one: replay or discard the oldest first");
        }
        return handled;
    }

    /// With the floor raised to the oldest record that is open.
    Handled raisedTo(long oldestOpen) {
        var floorNow = Math.max(floor, oldestOpen);
        return new Handled(floorNow, above.tailMap(floorNow, true));
    }

    String metadata() {
        return above.entrySet().stream().map(Handled::mark).collect(Collectors.joining(" "));
    }

    private static String mark(Map.Entry<Long, State> entry) {
        return entry.getKey() + ":" + entry.getValue().name().toLowerCase(Locale.ROOT);
    }
}
