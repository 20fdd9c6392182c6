package org.handbell.cases.people;

import org.jspecify.annotations.Nullable;

/// A member of staff or a governor.
///
/// @param email null where none is known; such a person cannot be told
/// @param academyId null for those of the trust itself
public record Person(
        String personId,
        String name,
        @Nullable String title,
        Role role,
        @Nullable String academyId,
        @Nullable String email) {

    @Override
    public String toString() {
        return "Person[" + personId + "]";
    }
}
