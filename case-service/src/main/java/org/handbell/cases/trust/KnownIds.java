package org.handbell.cases.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ids of a file: where each was first seen, and what it stands for.
final class KnownIds {

    private final Map<String, Seen> seen = new HashMap<>();

    /// Notes the id of a part; an id that was used before is an error of the part.
    void add(Part part, String id, Kind kind) {
        var first = seen.putIfAbsent(id, new Seen(part.path(), kind));
        if (first != null && !id.isBlank()) {
            part.at("id").wrong(Part.shown(id) + " is already the id of " + first.path());
        }
    }

    /// The id in a field, which must stand for one of the kinds.
    @Nullable String reference(Part part, String field, Kind... kinds) {
        var id = part.optional(field);
        var found = id == null ? null : seen.get(id);
        if (id != null && (found == null || !List.of(kinds).contains(found.kind()))) {
            part.at(field).wrong(Part.shown(id) + " is no " + kinds[0].word);
        }
        return id;
    }

    /// What an id stands for.
    enum Kind {
        TRUST("trust"),
        ACADEMY("academy"),
        STAFF("member of staff"),
        GOVERNOR("governor"),
        OPERATOR("operator"),
        PUPIL("pupil"),
        ACCOUNT("account"),
        OTHER("entry");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private record Seen(String path, Kind kind) {}
}
