package org.handbell.cases.roster;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.Role;
import org.handbell.cases.people.RoleWords;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.RegisterEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Staff and governors as their Head keeps them: a Head those of their academy, below their own
/// role; the Executive Head all of the trust. Nobody keeps their own line, and operators and
/// auditors are not kept here.
@Component
class KeepStaff {

    private static final Set<Role> BY_HEADS =
            EnumSet.of(
                    Role.DSL,
                    Role.DEPUTY_DSL,
                    Role.TEACHER,
                    Role.SUPPORT,
                    Role.SUPPLY,
                    Role.COMMUNICATIONS);
    private static final Set<Role> BY_THE_EXECUTIVE_HEAD =
            EnumSet.of(
                    Role.HEAD,
                    Role.DSL,
                    Role.DEPUTY_DSL,
                    Role.EXECUTIVE_HEAD,
                    Role.CHAIR,
                    Role.GOVERNOR,
                    Role.TEACHER,
                    Role.SUPPORT,
                    Role.SUPPLY,
                    Role.COMMUNICATIONS,
                    Role.HR_INVESTIGATOR);

    private final Members members;
    private final Register register;
    private final AuditLog audit;

    KeepStaff(Members members, Register register, AuditLog audit) {
        this.members = members;
        this.register = register;
        this.audit = audit;
    }

    /// Everybody whom the person at the desk may see here, by name.
    @Transactional
    public List<Member> all(SignedIn by) {
        audit.append(by.personId(), "people.read", "register", "");
        return members.members().stream()
                .filter(member -> sees(by, member.person()))
                .sorted(Comparator.comparing(member -> member.person().name()))
                .toList();
    }

    Optional<Member> find(SignedIn by, String personId) {
        return members.members().stream()
                .filter(member -> member.person().personId().equals(personId))
                .filter(member -> keeps(by, member.person()))
                .findFirst();
    }

    /// Roles that the person at the desk may give.
    static Set<Role> roles(SignedIn by) {
        return by.role() == Role.EXECUTIVE_HEAD ? BY_THE_EXECUTIVE_HEAD : BY_HEADS;
    }

    static boolean keeps(SignedIn by, Person person) {
        return sees(by, person)
                && roles(by).contains(person.role())
                && !person.personId().equals(by.personId());
    }

    /// Whether an address belongs to somebody else already.
    boolean taken(@Nullable String email, String personId) {
        return email != null
                && members.members().stream()
                        .map(Member::person)
                        .anyMatch(person ->
                                email.equalsIgnoreCase(person.email())
                                        && !person.personId().equals(personId));
    }

    @Transactional
    public void put(SignedIn by, Member member) {
        var person = member.person();
        var governs = person.role() == Role.CHAIR || person.role() == Role.GOVERNOR;
        members.put(member);
        register.put(
                new Clear(
                        new RegisterEvent.Staff(
                                person.personId(),
                                person.name(),
                                person.title(),
                                RoleWords.word(person.role()),
                                person.academyId(),
                                governs,
                                Instant.EPOCH)));
        audit.append(
                by.personId(),
                "person.kept",
                "person:" + person.personId(),
                person.role().name().toLowerCase(Locale.ROOT));
    }

    /// Takes their place and their line away, at once.
    ///
    /// @return whether there was somebody whom the person at the desk may take away
    @Transactional
    public boolean end(SignedIn by, String personId) {
        if (find(by, personId).isEmpty()) {
            return false;
        }
        members.end(personId);
        register.remove(personId);
        audit.append(by.personId(), "person.ended", "person:" + personId, "");
        return true;
    }

    private static boolean sees(SignedIn by, Person person) {
        return by.role() == Role.EXECUTIVE_HEAD
                || by.academyId() != null && by.academyId().equals(person.academyId());
    }
}
