package org.handbell.cases.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.people.RoleWords;
import org.handbell.cases.trust.KnownIds.Kind;
import org.jspecify.annotations.Nullable;

/// Reads the people of a file who have a place at the desk, or might come to it.
final class MemberParts {

    private static final int DIGEST_HOUR = 8;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private final KnownIds ids;
    private final Map<String, String> addresses = new HashMap<>();

    MemberParts(KnownIds ids) {
        this.ids = ids;
    }

    List<Member> of(Part file) {
        return Stream.of(
                        file.each("staff").stream().map(part -> member(part, staffRole(part))),
                        file.each("governors").stream()
                                .map(part -> member(part, role(part, RoleWords.GOVERNORS))),
                        file.each("operators").stream()
                                .map(part -> member(part, Optional.of(Role.OPERATOR))))
                .flatMap(members -> members)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Member> member(Part part, Optional<Role> role) {
        return part.made(() ->
                new Member(
                        person(part, role.orElse(Role.SUPPORT)),
                        part.optional("phone"),
                        part.number("digestHour", DIGEST_HOUR, 0, 23),
                        part.date("absentUntil")));
    }

    private Person person(Part part, Role role) {
        return new Person(
                part.text("id"),
                part.text("name"),
                part.optional("title"),
                role,
                ids.reference(part, "academy", Kind.ACADEMY),
                email(part));
    }

    private static Optional<Role> staffRole(Part part) {
        return part.flag("deputyDsl") ? Optional.of(Role.DEPUTY_DSL) : role(part, RoleWords.STAFF);
    }

    private static Optional<Role> role(Part part, Map<String, Role> roles) {
        var word = part.text("role");
        var role = roles.get(word);
        if (role == null && !word.isBlank()) {
            part.at("role")
                    .wrong(
                            Part.shown(word)
                                    + " is none of "
                                    + String.join(", ", roles.keySet().stream().sorted().toList()));
        }
        return Optional.ofNullable(role);
    }

    private @Nullable String email(Part part) {
        var email = part.optional("email");
        if (email == null) {
            return null;
        }
        if (!EMAIL.matcher(email).matches()) {
            part.at("email").wrong("is no e-mail address");
        }
        var first = addresses.putIfAbsent(email.toLowerCase(Locale.ROOT), part.path());
        if (first != null) {
            part.at("email").wrong("is already the address of " + first);
        }
        return email;
    }
}
