package org.handbell.cases.register;

import java.util.Objects;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;

/// Which accounts a person may see. Least data: who has no task with others' accounts sees their
/// own.
///
/// @param whole all of the trust
/// @param academy whether those of one academy, or of the trust itself where its id is null
record Scope(String personId, boolean whole, boolean academy, @Nullable String academyId) {

    static Scope of(SignedIn person) {
        var role = person.role();
        return new Scope(
                person.personId(),
                role.oversees() || role == Role.EXECUTIVE_HEAD,
                role.decides(),
                person.academyId());
    }

    boolean includes(Entry entry) {
        return whole
                || entry.owners().include(personId)
                || (academy && Objects.equals(academyId, entry.site().academyId()));
    }

    boolean onlyOwn() {
        return !whole && !academy;
    }
}
