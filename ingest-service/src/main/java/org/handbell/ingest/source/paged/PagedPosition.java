package org.handbell.ingest.source.paged;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How far an account was read.
///
/// @param account the account's number, so that its name is not looked up each time
/// @param newest id of the newest entry seen of each list; empty where there was none
/// @param comments how many comments each of the newest items had when they were read, by item id
public record PagedPosition(
        @Nullable String account, List<String> newest, Map<String, Integer> comments) {

    /// Most items whose comments are counted: 2 KiB hold so many.
    static final int MOST_COUNTS = 25;

    private static final PagedPosition START = new PagedPosition(null, List.of(), Map.of());
    private static final int LONGEST = 2048;
    private static final int MOST_LISTS = 4;

    public PagedPosition {
        newest = listed(newest);
        comments = bounded(comments);
    }

    /// A position that cannot be read is a fresh start.
    public static PagedPosition unpack(@Nullable String packed) {
        if (packed == null) {
            return START;
        }
        try {
            return Json.mapper().readValue(packed, PagedPosition.class);
        } catch (JacksonException e) {
            return START;
        }
    }

    /// At most 2 KiB: counts that do not fit are left out, and those comments are read anew.
    String pack() {
        var packed = Json.mapper().writeValueAsString(this);
        return packed.length() <= LONGEST
                ? packed
                : Json.mapper().writeValueAsString(new PagedPosition(account, newest, Map.of()));
    }

    private static List<String> listed(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().limit(MOST_LISTS).toList();
    }

    private static Map<String, Integer> bounded(@Nullable Map<String, Integer> counts) {
        var bounded = new LinkedHashMap<String, Integer>();
        if (counts != null) {
            counts.forEach((id, count) -> {
                if (bounded.size() < MOST_COUNTS) {
                    bounded.put(id, count);
                }
            });
        }
        return java.util.Collections.unmodifiableMap(bounded);
    }
}
