package org.handbell.cases.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every role as subject, at an academy and at the trust, with and without safeguarding, with every
/// holder of a seat as target, and with everyone, somebody or nobody having an address.
class ConflictsTest {

    private static final List<@Nullable String> PLACES = places();
    private final Staff everyone = Staff.everyone();

    @Test
    void aSubjectNeverReadsOrHearsOfTheirOwnCaseByAnyPath() {
        for (var staff : List.of(everyone, everyone.withoutAddress(Role.HEAD), everyone.alone())) {
            var conflicts = new Conflicts(staff);
            for (var subject : staff.all()) {
                for (var matter : matters(subject)) {
                    assertThat(conflicts.mayDealWith(subject, matter)).isFalse();
                    assertThat(told(conflicts, matter)).doesNotContain(subject.personId());
                }
            }
        }
    }

    @Test
    void whoeverIsToldMayDealWithItAndNobodyIsToldTwice() {
        for (var staff : List.of(everyone, everyone.withoutAddress(Role.HEAD))) {
            var conflicts = new Conflicts(staff);
            for (var subject : staff.all()) {
                for (var matter : matters(subject)) {
                    var told = told(conflicts, matter);
                    assertThat(told).doesNotHaveDuplicates();
                    assertThat(told)
                            .allMatch(id ->
                                    conflicts.mayDealWith(staff.byId(id).orElseThrow(), matter));
                }
            }
        }
    }

    @Test
    void whomAPostWasAimedAtNeitherDecidesNorHearsOfIt() {
        var conflicts = new Conflicts(everyone);
        var subject = everyone.one(Role.TEACHER, "ac-01");
        for (var target : everyone.all()) {
            var matter = matter(subject, Set.of(Route.SAFEGUARDING), Set.of(target.personId()));
            assertThat(conflicts.mayDealWith(target, matter)).isFalse();
            assertThat(told(conflicts, matter)).doesNotContain(target.personId());
        }
    }

    @Test
    void whoReadsTheSubjectsMailboxIsNotTold() {
        var shared = everyone.sharingMailbox(Role.TEACHER, Role.DSL);
        var subject = shared.one(Role.TEACHER, "ac-01");
        var matter = matter(subject, Set.of(Route.SAFEGUARDING), Set.of());

        assertThat(told(new Conflicts(shared), matter)).doesNotContain("DSL@ac-01");
        assertThat(told(new Conflicts(everyone), matter)).contains("DSL@ac-01");
    }

    @Test
    void onlyTheRolesThatDecideEverDo() {
        var conflicts = new Conflicts(everyone);
        var deciding =
                EnumSet.of(Role.HEAD, Role.DSL, Role.DEPUTY_DSL, Role.EXECUTIVE_HEAD, Role.CHAIR);
        for (var subject : everyone.all()) {
            for (var matter : matters(subject)) {
                assertThat(everyone.all())
                        .filteredOn(p -> conflicts.mayDealWith(p, matter))
                        .allMatch(p -> deciding.contains(p.role()));
            }
        }
    }

    @Test
    void nobodyOfAnotherAcademySeesACase() {
        var conflicts = new Conflicts(everyone);
        for (var subject : everyone.all()) {
            if ("ac-01".equals(subject.academyId())) {
                for (var matter : matters(subject)) {
                    assertThat(everyone.all())
                            .filteredOn(p -> "ac-02".equals(p.academyId()))
                            .noneMatch(p -> conflicts.mayDealWith(p, matter));
                }
            }
        }
    }

    @Test
    void aSafeguardingCaseTellsTheDslAndTheHeadAtOnce() {
        for (var severity : List.of(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
            assertThat(ladder(Role.TEACHER, severity, Route.SAFEGUARDING))
                    .startsWith("DSL@ac-01 PT0S", "HEAD@ac-01 PT0S");
        }
    }

    @Test
    void aConductCaseTellsTheHeadAndAfterTheTiersWaitTheExecutiveHead() {
        assertThat(ladder(Role.TEACHER, Severity.HIGH, Route.DISCIPLINARY))
                .containsExactly("HEAD@ac-01 PT0S", "EXECUTIVE_HEAD@trust PT2H");
    }

    @Test
    void aCaseAboutTheHeadGoesToTheChairAndThenToTheExecutiveHead() {
        assertThat(ladder(Role.HEAD, Severity.CRITICAL, Route.SAFEGUARDING))
                .containsExactly("CHAIR@ac-01 PT0S", "EXECUTIVE_HEAD@trust PT15M");
    }

    @Test
    void aCaseAboutTheDslGoesToTheHeadAndTheDeputy() {
        assertThat(ladder(Role.DSL, Severity.HIGH, Route.SAFEGUARDING))
                .startsWith("HEAD@ac-01 PT0S", "DEPUTY_DSL@ac-01 PT0S");
    }

    @Test
    void aCaseAboutAGovernorGoesToTheChair() {
        assertThat(ladder(Role.GOVERNOR, Severity.HIGH, Route.GOVERNANCE))
                .startsWith("CHAIR@ac-01 PT0S");
    }

    @Test
    void aCaseAboutTheChairGoesToTheTrust() {
        assertThat(ladder(Role.CHAIR, Severity.HIGH, Route.GOVERNANCE))
                .containsExactly("EXECUTIVE_HEAD@trust PT0S", "CHAIR@trust PT2H");
    }

    @Test
    void whereNobodyElseCanBeReachedTheTrustStandsInAndElseNobody() {
        var chairsOnly = everyone.onlyWithAddress(Role.CHAIR);
        var subject = chairsOnly.one(Role.TEACHER, "ac-01");
        var matter = matter(subject, Set.of(Route.DISCIPLINARY), Set.of());

        assertThat(told(new Conflicts(chairsOnly), matter)).containsExactly("CHAIR@trust");
        assertThat(told(new Conflicts(everyone.alone()), matter)).isEmpty();
    }

    private List<String> ladder(Role subject, Severity severity, Route route) {
        var matter = matter(everyone.one(subject, "ac-01"), Set.of(route), Set.of());
        return LaddersTest.ladders(everyone).of(matter, severity).stream()
                .map(ConflictsTest::words)
                .toList();
    }

    private static String words(Rung rung) {
        return rung.personId() + " " + rung.afterWait();
    }

    private static List<String> told(Conflicts conflicts, Matter matter) {
        return conflicts.toldInOrder(matter).stream()
                .flatMap(List::stream)
                .map(Person::personId)
                .toList();
    }

    private List<Matter> matters(Person subject) {
        var matters = new ArrayList<Matter>();
        for (var routes : List.of(Set.of(Route.DISCIPLINARY), Set.of(Route.SAFEGUARDING))) {
            matters.add(matter(subject, routes, Set.of()));
            for (var target : everyone.all()) {
                matters.add(matter(subject, routes, Set.of(target.personId())));
            }
        }
        return matters;
    }

    private static Matter matter(Person subject, Set<Route> routes, Set<String> targets) {
        return new Matter(subject.personId(), subject.role(), subject.academyId(), routes, targets);
    }

    private static List<@Nullable String> places() {
        var places = new ArrayList<@Nullable String>();
        places.add("ac-01");
        places.add("ac-02");
        places.add(null);
        return places;
    }

    /// One person of each role at each of two academies and at the trust.
    private record Staff(List<Person> all) implements People {

        static Staff everyone() {
            var all = new ArrayList<Person>();
            for (var place : PLACES) {
                for (var role : Role.values()) {
                    var id = role + "@" + (place == null ? "trust" : place);
                    all.add(new Person(id, "Invented", null, role, place, id + ".example"));
                }
            }
            return new Staff(all);
        }

        Staff withoutAddress(Role role) {
            return addressed(p -> p.role() == role ? null : p.email());
        }

        Staff onlyWithAddress(Role role) {
            return addressed(p -> p.role() == role ? p.email() : null);
        }

        Staff sharingMailbox(Role one, Role other) {
            return addressed(p ->
                    p.role() == one || p.role() == other ? "office@" + p.academyId() : p.email());
        }

        Staff alone() {
            return addressed(_ -> null);
        }

        private Staff addressed(Addresses addresses) {
            return new Staff(
                    all.stream()
                            .map(p ->
                                    new Person(
                                            p.personId(),
                                            p.name(),
                                            null,
                                            p.role(),
                                            p.academyId(),
                                            addresses.of(p)))
                            .toList());
        }

        private interface Addresses {
            @Nullable String of(Person person);
        }

        Person one(Role role, @Nullable String academyId) {
            return holding(role, academyId).getFirst();
        }

        @Override
        public Optional<Person> byId(String personId) {
            return all.stream().filter(p -> p.personId().equals(personId)).findFirst();
        }

        @Override
        public Optional<Person> byEmail(String email) {
            return all.stream().filter(p -> email.equals(p.email())).findFirst();
        }

        @Override
        public List<Person> holding(Role role) {
            return all.stream().filter(p -> p.role() == role).toList();
        }

        @Override
        public List<Person> holding(Role role, @Nullable String academyId) {
            return all.stream().filter(p -> new Seat(role, academyId).heldBy(p)).toList();
        }

        @Override
        public Optional<Academy> academy(String academyId) {
            return Optional.empty();
        }

        @Override
        public List<Academy> academies() {
            return List.of();
        }

        @Override
        public String trustName() {
            return "Any trust";
        }
    }
}
