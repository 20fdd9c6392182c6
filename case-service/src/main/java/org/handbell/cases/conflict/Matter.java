package org.handbell.cases.conflict;

import java.util.Set;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.jspecify.annotations.Nullable;

/// What decides who may deal with a case.
///
/// @param subjectId the person it is about
/// @param academyId the academy it belongs to; null for the trust's own
/// @param targets people whom the post was aimed at
public record Matter(
        String subjectId,
        Role subjectRole,
        @Nullable String academyId,
        Set<Route> routes,
        Set<String> targets) {

    public Matter {
        routes = Set.copyOf(routes);
        targets = Set.copyOf(targets);
    }

    boolean safeguarding() {
        return routes.contains(Route.SAFEGUARDING);
    }

    @Override
    public String toString() {
        return "Matter[" + subjectRole + "]";
    }
}
