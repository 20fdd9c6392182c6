package org.handbell.ingest.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.handbell.ingest.source.Fetch.Fetched;
import org.handbell.ingest.source.Fetch.Rejected;
import org.jspecify.annotations.Nullable;

/// Gathers the items of one fetch over its pages: no item twice, no more than [#MOST], and a
/// malformed one beside the good ones.
public final class Harvest {

    /// Most items of one fetch.
    public static final int MOST = 500;

    /// In characters: 256 KiB of UTF-8 whatever they are.
    private static final int LONGEST_ORIGINAL = 256 * 1024 / 3;

    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Rejected> rejected = new LinkedHashMap<>();
    private final List<Item> earlier = new ArrayList<>();

    /// Reads one item; empty means that it is not ours to collect.
    ///
    /// @param original as it came
    /// @return whether it was met for the first time
    public boolean take(String original, Supplier<Optional<Item>> reading) {
        try {
            return reading.get().map(this::add).orElse(false);
        } catch (MalformedItemException e) {
            return reject(original, e.reason());
        }
    }

    /// Reads a state that an item was in before; within the same bound as the items.
    ///
    /// @param original as it came
    public void takeEarlier(String original, Supplier<Item> reading) {
        if (earlier.size() >= MOST) {
            return;
        }
        try {
            earlier.add(reading.get());
        } catch (MalformedItemException e) {
            reject(original, e.reason());
        }
    }

    public boolean holds(String postId) {
        return items.containsKey(postId);
    }

    /// Items, and such that could not be read.
    public int size() {
        return items.size() + rejected.size();
    }

    /// The position, moved on to the newest item that was gathered.
    public TimePosition after(TimePosition before) {
        var position = before;
        for (var item : items.values()) {
            position = position.and(item);
        }
        return position;
    }

    public boolean full() {
        return size() >= MOST;
    }

    /// All that was gathered, newest first.
    ///
    /// @param complete whether these are all items that the platform still shows
    public Fetched fetched(@Nullable String position, boolean complete) {
        var newestFirst =
                items.values().stream()
                        .sorted(Comparator.comparing(Item::postedAt).reversed())
                        .toList();
        return new Fetched(
                newestFirst, List.copyOf(rejected.values()), position, complete, earlier);
    }

    private boolean add(Item item) {
        return !full() && items.putIfAbsent(item.postId(), item) == null;
    }

    private boolean reject(String original, String reason) {
        if (full()) {
            return false;
        }
        var kept = original.substring(0, Math.min(original.length(), LONGEST_ORIGINAL));
        return rejected.putIfAbsent(kept, new Rejected(kept, reason)) == null;
    }
}
