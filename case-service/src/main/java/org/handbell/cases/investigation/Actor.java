package org.handbell.cases.investigation;

import org.handbell.cases.casefile.DeskCases.Seen;
import org.handbell.cases.people.Role;

/// Who takes a step.
///
/// @param deals whether the case comes to them by their role
/// @param leads whether they answer for the staff
public record Actor(String personId, boolean deals, boolean leads) {

    static Actor of(Seen seen) {
        return new Actor(
                seen.by().personId(), seen.deals(), seen.deals() && leads(seen.by().role()));
    }

    private static boolean leads(Role role) {
        return role == Role.HEAD || role == Role.EXECUTIVE_HEAD || role == Role.CHAIR;
    }
}
