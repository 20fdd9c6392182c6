package org.handbell.cases.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.Role;
import org.handbell.cases.people.RoleWords;
import org.handbell.contract.RegisterEvent;
import org.jspecify.annotations.Nullable;

/// Reads staff and governors of the simple form. Operators and auditors are never touched, nor
/// governors where the file has none.
final class ReadStaff {

    private static final Instant UNSET = Instant.EPOCH;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private final Known known;
    private final Incoming incoming;
    private final Map<String, Integer> addresses = new HashMap<>();

    ReadStaff(Known known, Incoming incoming) {
        this.known = known;
        this.incoming = incoming;
    }

    void from(List<Line> lines) {
        incoming.names("STAFF");
        var members = new ArrayList<Member>();
        for (var line : lines) {
            var before = line.faults().count();
            var entry = entry(line);
            var member = member(line);
            if (line.faults().count() > before) {
                continue;
            }
            if (incoming.add(new Clear(entry))) {
                members.add(member);
            } else {
                line.wrong("id", Line.shown(entry.entryId()) + " is the id of an earlier line");
            }
        }
        finish(members);
    }

    private void finish(List<Member> members) {
        var governors = members.stream().anyMatch(member -> governs(member.person().role()));
        known.members().stream()
                .filter(member -> stays(member.person().role(), governors))
                .filter(member ->
                        members.stream()
                                .noneMatch(m ->
                                        m.person().personId().equals(member.person().personId())))
                .forEach(member -> {
                    members.add(member);
                    if (governs(member.person().role())) {
                        incoming.add(new Clear(entry(member.person())));
                    }
                });
        incoming.members(members);
        known.staffAre(
                members.stream()
                        .map(member -> member.person().personId())
                        .collect(Collectors.toSet()));
    }

    private static boolean stays(Role role, boolean governors) {
        return role == Role.OPERATOR || role == Role.AUDITOR || governs(role) && !governors;
    }

    private static boolean governs(Role role) {
        return role == Role.CHAIR || role == Role.GOVERNOR;
    }

    /// Of a governor whom the file does not name.
    private static RegisterEvent.Staff entry(Person person) {
        return new RegisterEvent.Staff(
                person.personId(),
                person.name(),
                person.title(),
                person.role() == Role.CHAIR ? "chair-of-governors" : "governor",
                person.academyId(),
                true,
                UNSET);
    }

    private RegisterEvent.Staff entry(Line line) {
        var role = line.optional("role");
        var name = line.personName("name");
        return new RegisterEvent.Staff(
                line.values().getOrDefault("id", "").isEmpty() ? "?" : line.id("id"),
                name.isEmpty() ? "?" : name,
                line.optional("title"),
                role == null ? "?" : role,
                academy(line),
                role != null && RoleWords.governs(role),
                UNSET);
    }

    private Member member(Line line) {
        var id = line.values().getOrDefault("id", "");
        if (id.isEmpty()) {
            line.wrong("id", "is missing");
        }
        var person =
                new Person(
                        id,
                        line.values().getOrDefault("name", ""),
                        line.optional("title"),
                        role(line),
                        line.optional("academy") == null
                                ? null
                                : known.academy(line.values().getOrDefault("academy", ""))
                                        .orElse(null),
                        email(line));
        var before = known.member(id);
        return new Member(
                person,
                line.optional("phone"),
                before.map(Member::digestHour).orElse(Members.DIGEST_HOUR),
                before.map(Member::absentUntil).orElse(null));
    }

    private @Nullable String academy(Line line) {
        var named = line.optional("academy");
        if (named == null) {
            return null;
        }
        var academy = known.academy(named);
        if (academy.isEmpty()) {
            line.wrong("academy", "is none of " + known.academyIds());
        }
        return academy.orElse(null);
    }

    private static Role role(Line line) {
        var word = line.text("role");
        var role = RoleWords.role(word);
        if (role.isEmpty() && !word.isEmpty()) {
            line.wrong("role", Line.shown(word) + " is none of " + RoleWords.all());
        }
        return role.orElse(Role.SUPPORT);
    }

    private @Nullable String email(Line line) {
        var email = line.optional("email");
        if (email == null) {
            return null;
        }
        if (!EMAIL.matcher(email).matches()) {
            line.wrong("email", "is no e-mail address");
        }
        var first = addresses.putIfAbsent(email.toLowerCase(Locale.ROOT), line.number());
        if (first != null) {
            line.wrong("email", "is already the address of line " + first);
        }
        return email;
    }
}
