package org.handbell.cases.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Severity;

/// What must hold for every trust and every case, whoever is family of whom, shares a mailbox, has
/// no address, or is named in the post: over random casts, each from a number, so that a failure
/// can be had again.
class ConflictsPropertiesTest {

    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
    void nobodyWithAConflictSeesDecidesOrHearsOfACase(@ForAll long number) {
        var cast = Cast.of(number);
        var conflicts = cast.conflicts();
        var matter = cast.matter();
        var told = ids(conflicts.toldInOrder(matter));
        assertThat(cast.everybody())
                .as("cast %d", number)
                .filteredOn(person -> conflicts.mayDealWith(person, matter))
                .noneMatch(cast::hasAConflict)
                .allMatch(person -> person.role().decides())
                .allMatch(person ->
                        person.academyId() == null
                                || person.academyId().equals(matter.academyId()));
        assertThat(cast.everybody())
                .as("cast %d", number)
                .filteredOn(cast::hasAConflict)
                .noneMatch(person -> told.contains(person.personId()));
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void whoeverIsToldCanBeReachedMayDealWithItAndIsToldOnce(@ForAll long number) {
        var cast = Cast.of(number);
        var told = cast.conflicts().toldInOrder(cast.matter()).stream().flatMap(List::stream);
        var seen = told.toList();
        assertThat(seen).as("cast %d", number).doesNotHaveDuplicates();
        assertThat(seen)
                .as("cast %d", number)
                .allMatch(p -> p.email() != null && !p.email().isBlank())
                .allMatch(p -> cast.conflicts().mayDealWith(p, cast.matter()));
    }

    /// Nobody is told only where truly nobody is left: neither a head of the trust nor its chair.
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void somebodyIsToldWhereverSomebodyOfTheTrustIsFree(@ForAll long number) {
        var cast = Cast.of(number);
        var lastResort =
                cast.matter().subjectRole() == Role.EXECUTIVE_HEAD
                        ? Set.of(Role.CHAIR)
                        : Set.of(Role.EXECUTIVE_HEAD, Role.CHAIR);
        var free =
                cast.everybody().stream()
                        .filter(p -> p.academyId() == null && lastResort.contains(p.role()))
                        .filter(p -> p.email() != null && !p.email().isBlank())
                        .anyMatch(p -> !cast.hasAConflict(p));
        if (free) {
            assertThat(cast.conflicts().toldInOrder(cast.matter()))
                    .as("cast %d", number)
                    .isNotEmpty();
        }
    }

    /// Nothing is remembered: who is named in a post that joins is out at the next question.
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void whoBecomesATargetIsOutAtOnceAndOnlyThenKnowsWhy(@ForAll long number) {
        var cast = Cast.of(number);
        for (var person : cast.everybody()) {
            if (cast.conflicts().mayDealWith(person, cast.matter())) {
                var joined = cast.aimedAt(person);
                assertThat(cast.conflicts().keptFromItAsTarget(person, cast.matter())).isFalse();
                assertThat(cast.conflicts().mayDealWith(person, joined))
                        .as("%s, cast %d", person, number)
                        .isFalse();
                assertThat(cast.conflicts().keptFromItAsTarget(person, joined))
                        .as("%s, cast %d", person, number)
                        .isTrue();
            }
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void whoMayKnowThatAPostWasAimedAtThemIsNeitherItsSubjectNorTheirFamily(@ForAll long number) {
        var cast = Cast.of(number);
        assertThat(cast.everybody())
                .as("cast %d", number)
                .filteredOn(p -> cast.conflicts().keptFromItAsTarget(p, cast.matter()))
                .allMatch(p -> cast.matter().targets().contains(p.personId()))
                .noneMatch(cast::isBarred);
    }

    /// A case that is nothing but a pointer is never seen by more people than before.
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aPointerComesToAsFewAsPossible(@ForAll long number) {
        var cast = Cast.of(number);
        var pointer = cast.reducedToPointer();
        var order = cast.conflicts().toldInOrder(pointer);
        assertThat(order).as("cast %d", number).hasSizeLessThanOrEqualTo(1);
        var roles =
                cast.everybody().stream()
                        .filter(p -> cast.conflicts().mayDealWith(p, pointer))
                        .map(Person::role)
                        .distinct()
                        .count();
        assertThat(roles).as("cast %d", number).isLessThanOrEqualTo(2);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void noLadderHasSomebodyWithAConflict(@ForAll long number) {
        var cast = Cast.of(number);
        var ladder =
                LaddersTest.ladders(cast.conflicts(), cast).of(cast.matter(), Severity.CRITICAL);
        assertThat(cast.everybody())
                .as("cast %d", number)
                .filteredOn(cast::hasAConflict)
                .noneMatch(p -> ladder.stream().map(Rung::personId).anyMatch(p.personId()::equals));
    }

    private static List<String> ids(List<List<Person>> told) {
        return told.stream().flatMap(List::stream).map(Person::personId).toList();
    }
}
