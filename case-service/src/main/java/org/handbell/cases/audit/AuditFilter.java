package org.handbell.cases.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which entries are asked for; what is blank or null does not count.
///
/// @param actor person id, or `system`
/// @param action as written, or its beginning: `case.`
/// @param subject as written: `case:4K7P-XM`
/// @param from the first moment
/// @param until the first moment that is too late
/// @param kept subjects that the reader is kept from
public record AuditFilter(
        String actor,
        String action,
        String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        Set<String> kept) {

    static final AuditFilter EVERYTHING = new AuditFilter("", "", "", null, null, Set.of());

    public AuditFilter {
        kept = Set.copyOf(kept);
    }

    /// All entries about one thing.
    public static AuditFilter about(String subject) {
        return new AuditFilter("", "", subject, null, null, Set.of());
    }

    Conditions conditions() {
        var where = new Conditions();
        if (!actor.isBlank()) {
            where.add("actor = ?", actor.strip());
        }
        if (!action.isBlank()) {
            where.add("starts_with(action, ?)", action.strip());
        }
        if (!subject.isBlank()) {
            where.add("subject = ?", subject.strip());
        }
        if (from != null) {
            where.add("at >= ?", from.atOffset(ZoneOffset.UTC));
        }
        if (until != null) {
            where.add("at < ?", until.atOffset(ZoneOffset.UTC));
        }
        if (!kept.isEmpty()) {
            where.add("not subject = any(?)", kept.toArray(String[]::new));
        }
        return where;
    }

    /// Conditions of a question to the database and their values, in order.
    static final class Conditions {

        private final List<String> sql = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object value) {
            sql.add(condition);
            values.add(value);
        }

        String sql() {
            return String.join(" and ", sql);
        }

        List<Object> values() {
            return List.copyOf(values);
        }
    }
}
