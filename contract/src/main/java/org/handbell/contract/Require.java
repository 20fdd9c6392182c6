package org.handbell.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks at the edge: an event that lacks what its readers rely on is refused with a message that
/// names the field.
final class Require {

    private Require() {}

    static String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /// Older writers leave newer lists out: absent means empty.
    static <T> List<T> listed(@Nullable List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }

    static Instant time(@Nullable Instant value, String field) {
        return present(value, field);
    }
}
