package org.handbell.cases.roster;

import org.jspecify.annotations.Nullable;

/// A pupil or former pupil whom somebody looked for.
///
/// @param detail year and form, or that they left
record FoundPupil(String id, String name, String detail, @Nullable String academyId) {

    @Override
    public String toString() {
        return "FoundPupil[" + id + "]";
    }
}
