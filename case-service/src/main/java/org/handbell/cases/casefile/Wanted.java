package org.handbell.cases.casefile;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which cases a list is about.
///
/// @param academyId of one school; null for all
/// @param clause that is claimed; null for any
/// @param from opened at or after; null for any time
/// @param to opened before; null for any time
/// @param dueBefore due before; null for any time
public record Wanted(
        Show show,
        @Nullable String academyId,
        @Nullable String clause,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant dueBefore) {

    /// Where they stand. Those that wait come gravest and most urgent first, the others newest
    /// first.
    public enum Show {
        WAITING,
        GOING_ON,
        ENDED,
        ALL
    }

    /// All that stand there.
    public static Wanted all(Show show) {
        return new Wanted(show, null, null, null, null, null);
    }

    /// What is asked for, for the audit trail.
    String inWords() {
        return Stream.of(
                        show.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        academyId == null ? "" : "school " + academyId,
                        clause == null ? "" : "clause " + clause,
                        from == null ? "" : "from " + from,
                        to == null ? "" : "to " + to,
                        dueBefore == null ? "" : "late")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// Those that wait and should have been looked at before.
    public static Wanted late(Instant now) {
        return new Wanted(Show.WAITING, null, null, null, null, now);
    }
}
