package org.handbell.cases.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.casefile.Wanted;
import org.handbell.cases.casefile.Wanted.Show;
import org.handbell.cases.policy.Clauses;
import org.jspecify.annotations.Nullable;

/// What was typed into the search, as it was typed.
///
/// @param school id of an academy; empty for all
/// @param past reference of the last case that was had
record Query(
        @Nullable String reference,
        @Nullable String school,
        @Nullable String clause,
        @Nullable String state,
        @Nullable String from,
        @Nullable String to,
        @Nullable String past) {

    /// A field, and what is wrong with it.
    record Fault(String field, String words) {}

    /// What is wrong with it, in the order of the form.
    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (!text(from).isEmpty() && TypedDate.parse(text(from)).isEmpty()) {
            faults.add(new Fault("from", "Write the first day as a date, such as 27 3 2026."));
        }
        if (!text(to).isEmpty() && TypedDate.parse(text(to)).isEmpty()) {
            faults.add(new Fault("to", "Write the last day as a date, such as 27 3 2026."));
        }
        if (faults.isEmpty() && backwards()) {
            faults.add(new Fault("to", "The last day must not be before the first day."));
        }
        return List.copyOf(faults);
    }

    private boolean backwards() {
        var first = TypedDate.parse(text(from));
        var last = TypedDate.parse(text(to));
        return first.isPresent() && last.isPresent() && last.get().isBefore(first.get());
    }

    /// Whether anything was asked at all.
    boolean asked() {
        return !text(reference).isEmpty()
                || !text(school).isEmpty()
                || !text(clause).isEmpty()
                || !text(state).isEmpty()
                || !text(from).isEmpty()
                || !text(to).isEmpty();
    }

    /// The cases that are asked for, by day of the school's clock; both days are in it. What is on
    /// none of the form's lists counts as not chosen.
    ///
    /// @param schools ids of all academies
    Wanted wanted(Set<String> schools, ZoneId zone) {
        return new Wanted(
                show(),
                among(schools, school),
                among(Clauses.all().keySet(), clause),
                TypedDate.parse(text(from)).map(day -> begin(day, zone)).orElse(null),
                TypedDate.parse(text(to)).map(day -> begin(day.plusDays(1), zone)).orElse(null),
                null);
    }

    private Show show() {
        return Arrays.stream(Show.values())
                .filter(show -> show.name().equals(text(state)))
                .findFirst()
                .orElse(Show.ALL);
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable String among(Set<String> known, @Nullable String chosen) {
        return Optional.of(text(chosen)).filter(known::contains).orElse(null);
    }

    /// Without what stands around it; empty where nothing was typed.
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
