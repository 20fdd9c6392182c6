package org.handbell.cases.signin;

import java.io.Serializable;
import java.security.Principal;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;

/// The person at the desk; the principal of each request behind sign-in.
///
/// @param academyId null for those of the trust itself
public record SignedIn(String personId, String displayName, Role role, @Nullable String academyId)
        implements Principal, Serializable {

    /// As the register has them.
    static SignedIn of(Person person) {
        return new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
    }

    @Override
    public String getName() {
        return personId;
    }

    @Override
    public String toString() {
        return "SignedIn[" + personId + "]";
    }
}
