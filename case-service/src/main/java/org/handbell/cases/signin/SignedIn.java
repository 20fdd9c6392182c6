package org.handbell.cases.signin;

import java.io.Serializable;
import java.security.Principal;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;

/// The person at the desk; the principal of each request behind sign-in.
///
/// @param academyId null for those of the trust itself
public record SignedIn(String personId, String displayName, Role role, @Nullable String academyId)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return personId;
    }

    @Override
    public String toString() {
        return "SignedIn[" + personId + "]";
    }
}
