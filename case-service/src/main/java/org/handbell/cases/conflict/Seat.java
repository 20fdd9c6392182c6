package org.handbell.cases.conflict;

import java.util.Objects;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;

/// A role at an academy, or at the trust where the academy is null.
record Seat(Role role, @Nullable String academyId) {

    boolean heldBy(Person person) {
        return person.role() == role && Objects.equals(person.academyId(), academyId);
    }
}
