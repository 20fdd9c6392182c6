package org.handbell.cases.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.imports.Sheet.Columns;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.people.Role;
import org.handbell.cases.people.RoleWords;
import org.handbell.contract.Ids;
import org.handbell.contract.RegisterEvent;
import org.jspecify.annotations.Nullable;

/// Reads OneRoster 1.2 in its CSV form: orgs, users and roles, and where they are there
/// academicSessions for the terms, classes and enrollments for the form of a pupil. It knows
/// teachers and principals, and neither safeguarding leads nor governors: whoever is one at the
/// desk stays one, known by the id or the e-mail address.
final class ReadOneRoster {

    static final Set<String> NEEDED = Set.of("orgs.csv", "users.csv", "roles.csv");
    static final Set<String> FILES =
            Set.of(
                    "orgs.csv",
                    "users.csv",
                    "roles.csv",
                    "academicSessions.csv",
                    "classes.csv",
                    "enrollments.csv");

    private static final Instant UNSET = Instant.EPOCH;
    private static final int LAST_YEAR = 13;
    private static final Set<String> STAFF_ROLES =
            Set.of(
                    "aide",
                    "counselor",
                    "principal",
                    "proctor",
                    "teacher",
                    "districtAdministrator",
                    "siteAdministrator",
                    "systemAdministrator");
    private static final Set<String> FAMILY = Set.of("guardian", "parent", "relative");

    private final Known known;
    private final Faults faults;
    private final Incoming incoming = new Incoming();
    private final Map<String, List<Line>> sheets = new HashMap<>();
    private final Map<String, String> academies = new HashMap<>();
    private final Map<String, List<Line>> roles = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> staffIds = new HashMap<>();

    ReadOneRoster(Known known, Faults faults) {
        this.known = known;
        this.faults = faults;
    }

    Incoming from(Map<String, String> texts) {
        for (var file : NEEDED) {
            if (!texts.containsKey(file)) {
                faults.add(file, 0, "", "is missing: OneRoster needs orgs, users and roles");
            }
        }
        texts.forEach((name, text) ->
                sheets.put(name, live(Sheet.read(name, text, columns(name), faults))));
        if (faults.none()) {
            schools();
            rolesAndForms();
            people();
            terms();
        }
        return incoming;
    }

    private static Columns columns(String file) {
        var needed =
                switch (file) {
                    case "orgs.csv" -> List.of("sourcedId", "name", "type");
                    case "users.csv" -> List.of("sourcedId", "givenName", "familyName");
                    case "roles.csv" -> List.of("userSourcedId", "role", "orgSourcedId");
                    case "academicSessions.csv" ->
                            List.of("sourcedId", "title", "type", "startDate", "endDate");
                    case "classes.csv" -> List.of("sourcedId", "title", "classType");
                    default -> List.of("classSourcedId", "userSourcedId", "role");
                };
        return new Columns(needed, List.of(), true);
    }

    private static List<Line> live(List<Line> lines) {
        return lines.stream()
                .filter(line -> !"tobedeleted".equals(line.optional("status")))
                .toList();
    }

    private List<Line> lines(String file) {
        return sheets.getOrDefault(file, List.of());
    }

    private void schools() {
        for (var line : lines("orgs.csv")) {
            if (!"school".equals(line.text("type"))) {
                continue;
            }
            var named =
                    List.of("identifier", "sourcedId", "name").stream()
                            .map(column -> line.values().getOrDefault(column, ""))
                            .flatMap(value -> known.academy(value).stream())
                            .findFirst();
            if (named.isPresent()) {
                academies.put(line.text("sourcedId"), named.get());
            } else {
                line.wrong(
                        "name",
                        "is no academy of the register, by identifier, sourcedId or name; there are "
                                + known.academyIds());
            }
        }
    }

    private void rolesAndForms() {
        for (var line : lines("roles.csv")) {
            var role = line.text("role");
            if (!STAFF_ROLES.contains(role) && !FAMILY.contains(role) && !"student".equals(role)) {
                line.wrong("role", Line.shown(role) + " is no role of OneRoster 1.2");
            }
            roles.computeIfAbsent(line.text("userSourcedId"), _ -> new ArrayList<>()).add(line);
        }
        var homerooms = new HashMap<String, String>();
        lines("classes.csv").stream()
                .filter(line -> "homeroom".equals(line.text("classType")))
                .forEach(line -> homerooms.put(line.text("sourcedId"), line.text("title")));
        lines("enrollments.csv").stream()
                .filter(line -> "student".equals(line.text("role")))
                .forEach(line -> {
                    var form = homerooms.get(line.text("classSourcedId"));
                    if (form != null) {
                        forms.put(line.text("userSourcedId"), form);
                    }
                });
    }

    /// Staff first, since a pupil may be the child of one.
    private void people() {
        incoming.names("STAFF");
        incoming.names("PUPIL");
        var members = new LinkedHashMap<String, Member>();
        var pupils = new LinkedHashMap<String, Line>();
        var seen = new HashMap<String, Integer>();
        for (var line : lines("users.csv")) {
            var id = line.id("sourcedId");
            var first = seen.putIfAbsent(id, line.number());
            if (first != null) {
                line.wrong("sourcedId", Line.shown(id) + " is the id of line " + first);
            } else if (role(id, Set.of("student")).isPresent()) {
                pupils.put(id, line);
            } else {
                role(id, STAFF_ROLES)
                        .filter(_ -> !"false".equals(line.optional("enabledUser")))
                        .ifPresent(role -> staff(line, role, members));
            }
        }
        pupils.forEach(this::pupil);
        keepOthers(members);
        incoming.members(List.copyOf(members.values()));
    }

    private Optional<Line> role(String userId, Set<String> among) {
        return roles.getOrDefault(userId, List.of()).stream()
                .filter(line -> among.contains(line.values().getOrDefault("role", "")))
                .min((one, other) -> primary(other) - primary(one));
    }

    private static int primary(Line line) {
        return "primary".equals(line.optional("roleType")) ? 1 : 0;
    }

    private void staff(Line line, Line role, Map<String, Member> members) {
        var email = line.optional("email");
        var source = line.id("sourcedId");
        var before =
                known.member(source)
                        .or(() -> email == null ? Optional.empty() : known.withEmail(email));
        var id = before.map(member -> member.person().personId()).orElse(source);
        staffIds.put(source, id);
        var desk = deskRole(role.text("role"), before);
        var academy = academy(role, before);
        var person = new Person(id, name(line), title(before), desk, academy, email);
        var governs = desk == Role.CHAIR || desk == Role.GOVERNOR;
        var entry =
                new RegisterEvent.Staff(
                        id,
                        orElse(person.name()),
                        person.title(),
                        RoleWords.word(desk),
                        academy,
                        governs,
                        UNSET);
        if (!incoming.add(new Clear(entry))) {
            line.wrong("email", "is the address of somebody in an earlier line");
            return;
        }
        members.put(
                id,
                new Member(
                        person,
                        before.map(Member::phone).orElse(line.optional("phone")),
                        before.map(Member::digestHour).orElse(Members.DIGEST_HOUR),
                        before.map(Member::absentUntil).orElse(null)));
    }

    private static @Nullable String title(Optional<Member> before) {
        return before.map(member -> member.person().title()).orElse(null);
    }

    /// Whoever has a role at the desk keeps it: the file tells principals from teachers and no
    /// more.
    private static Role deskRole(String role, Optional<Member> before) {
        return before.map(member -> member.person().role())
                .orElseGet(() ->
                        switch (role) {
                            case "teacher" -> Role.TEACHER;
                            case "principal" -> Role.HEAD;
                            default -> Role.SUPPORT;
                        });
    }

    /// Those of the trust stay the trust's.
    private @Nullable String academy(Line role, Optional<Member> before) {
        return before.isPresent() && before.get().person().academyId() == null
                ? null
                : academies.get(role.text("orgSourcedId"));
    }

    private void pupil(String id, Line line) {
        var role = role(id, Set.of("student")).orElseThrow();
        var academy = academies.get(role.text("orgSourcedId"));
        if (academy == null) {
            role.wrong("orgSourcedId", "is no school of orgs.csv: a pupil belongs to one");
        }
        incoming.add(new Pupil(id, name(line), year(line), forms.get(id), academy, relative(line)));
    }

    private @Nullable String relative(Line line) {
        var agents = line.optional("agentSourcedIds");
        return agents == null
                ? null
                : Arrays.stream(agents.split(","))
                        .map(String::strip)
                        .map(staffIds::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static int year(Line line) {
        var grade = line.values().getOrDefault("grades", "").split(",")[0].strip();
        if (grade.matches("0?[0-9]|1[0-3]") && Integer.parseInt(grade) <= LAST_YEAR) {
            return Integer.parseInt(grade);
        }
        if (!grade.matches("|R|KG|PS|PR|TK|IT")) {
            line.wrong("grades", Line.shown(grade) + " is no school year from 0 to 13");
        }
        return 0;
    }

    private static String name(Line line) {
        var given = line.optional("preferredGivenName");
        line.personName("givenName");
        line.personName("familyName");
        return (given == null ? line.text("givenName") : given) + " " + line.text("familyName");
    }

    /// Operators, auditors and governors are not in such files.
    private void keepOthers(Map<String, Member> members) {
        for (var member : known.members()) {
            var person = member.person();
            var role = person.role();
            var governs = role == Role.CHAIR || role == Role.GOVERNOR;
            if (members.containsKey(person.personId())
                    || !governs && role != Role.OPERATOR && role != Role.AUDITOR) {
                continue;
            }
            members.put(person.personId(), member);
            if (governs || role == Role.AUDITOR) {
                incoming.add(
                        new Clear(
                                new RegisterEvent.Staff(
                                        person.personId(),
                                        person.name(),
                                        person.title(),
                                        RoleWords.word(role),
                                        person.academyId(),
                                        governs,
                                        UNSET)));
            }
        }
    }

    private void terms() {
        if (!sheets.containsKey("academicSessions.csv")) {
            return;
        }
        incoming.names("TERM");
        for (var line : lines("academicSessions.csv")) {
            if ("term".equals(line.text("type"))) {
                var from = line.day("startDate");
                var end = line.day("endDate");
                // The standard's last day is the first one that is over.
                var to = end.minusDays(1);
                if (to.isBefore(from) && !from.equals(LocalDate.EPOCH)) {
                    line.wrong("endDate", "is not after the first day");
                }
                var title = orElse(line.text("title"));
                incoming.add(
                        new Clear(
                                new RegisterEvent.Term(
                                        "term-" + Ids.derive("term", title + from),
                                        title,
                                        from,
                                        to,
                                        UNSET)));
            }
        }
    }

    private static String orElse(String text) {
        return text.isBlank() ? "?" : text;
    }
}
