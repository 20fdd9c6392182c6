package org.handbell.cases.conflict;

import java.util.HashSet;
import java.util.Set;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.jspecify.annotations.Nullable;

/// What decides who may deal with a case.
///
/// @param subjectId the person it is about
/// @param academyId the academy it belongs to; null for the trust's own
/// @param targets people whom the post was aimed at
/// @param pointerOnly whether it may be about an illegal picture of a child, so that nothing of it
///   is left but where the post is, and as few as possible deal with it
public record Matter(
        String subjectId,
        Role subjectRole,
        @Nullable String academyId,
        Set<Route> routes,
        Set<String> targets,
        boolean pointerOnly) {

    public Matter {
        routes = Set.copyOf(routes);
        targets = Set.copyOf(targets);
    }

    /// An ordinary one.
    public Matter(
            String subjectId,
            Role subjectRole,
            @Nullable String academyId,
            Set<Route> routes,
            Set<String> targets) {
        this(subjectId, subjectRole, academyId, routes, targets, false);
    }

    /// As if the post had not been aimed at this person.
    Matter notAimedAt(String personId) {
        var others = new HashSet<>(targets);
        others.remove(personId);
        return new Matter(subjectId, subjectRole, academyId, routes, others, pointerOnly);
    }

    boolean safeguarding() {
        return pointerOnly || routes.contains(Route.SAFEGUARDING);
    }

    @Override
    public String toString() {
        return "Matter[" + subjectRole + "]";
    }
}
