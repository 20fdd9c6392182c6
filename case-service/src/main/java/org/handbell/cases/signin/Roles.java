package org.handbell.cases.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handbell.cases.people.Role;

/// Roles as settings name them.
final class Roles {

    private Roles() {}

    static Optional<Role> named(String name) {
        var canonical = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Role.values()).filter(r -> r.name().equals(canonical)).findFirst();
    }

    static String all() {
        return Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "));
    }

    /// Whether there is no such role at the trust itself.
    static boolean ofAnAcademy(Role role) {
        return role == Role.HEAD || role == Role.DSL || role == Role.DEPUTY_DSL;
    }
}
