package org.handbell.cases.casefile;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.jspecify.annotations.Nullable;

/// What cases that come to the same people have in common.
///
/// @param name as the database has it
/// @param academyId null for the trust's own
record Circle(String name, @Nullable String academyId, Role subjectRole, Set<Route> routes) {

    private static final int PARTS = 3;

    static Circle parse(String name) {
        var parts = name.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalStateException("no circle: " + name);
        }
        var academyId = parts[0].isEmpty() ? null : parts[0];
        return new Circle(name, academyId, Role.valueOf(parts[1]), routes(parts[2]));
    }

    private static Set<Route> routes(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split("\\+"))
                        .map(Route::valueOf)
                        .collect(Collectors.toSet());
    }

    /// The matter of a case of this circle that is about nobody in particular.
    Matter ordinary() {
        return new Matter("", subjectRole, academyId, routes, Set.of());
    }
}
