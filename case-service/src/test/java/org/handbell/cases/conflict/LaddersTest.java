package org.handbell.cases.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.handbell.cases.calendar.CalendarSettings;
import org.handbell.cases.calendar.WorkingDays;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Preference;
import org.handbell.cases.people.Preference.Absence;
import org.handbell.cases.people.Preference.Urgency;
import org.handbell.cases.people.Preferences;
import org.handbell.cases.people.Role;
import org.handbell.contract.AlertEvent.Rung;
import org.handbell.contract.Channel;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaddersTest {

    private static final String ACADEMY = "ac-01";
    private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-20T18:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");
    private static final Absence AWAY = new Absence(TODAY, TODAY.plusDays(5), null);

    private final Cast cast = Cast.ofOneEach();

    /// Ladders on a Wednesday morning, with nobody away and e-mail for all.
    static Ladders ladders(People people) {
        return ladders(people, new Told(Map.of()), WEDNESDAY, Set.of(Channel.EMAIL));
    }

    /// Nobody away, everybody by e-mail.
    static Ladders ladders(Conflicts conflicts, People people) {
        return ladders(conflicts, people, new Told(Map.of()), WEDNESDAY, Set.of(Channel.EMAIL));
    }

    private static Ladders ladders(
            People people, Preferences preferences, Instant now, Set<Channel> channels) {
        return ladders(new Conflicts(people), people, preferences, now, channels);
    }

    private static Ladders ladders(
            Conflicts conflicts,
            People people,
            Preferences preferences,
            Instant now,
            Set<Channel> channels) {
        var settings =
                new LadderSettings(
                        Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofDays(2), channels);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var office =
                new CalendarSettings(
                        ZoneId.of("Europe/London"), LocalTime.of(9, 0), LocalTime.of(17, 0));
        return new Ladders(
                conflicts,
                new Attendance(people, preferences, settings, clock),
                new Waits(settings, new WorkingDays(office, List::of), clock));
    }

    @Test
    void whoIsAwayIsPassedOverAndTheNextIsToldAtOnce() {
        assertThat(words(conduct(), Severity.HIGH, Map.of("HEAD@ac-01", away(null))))
                .containsExactly("EXECUTIVE_HEAD@trust EMAIL PT0S");
    }

    @Test
    void whomTheyNamedTakesTheirPlace() {
        assertThat(
                        words(
                                safeguarding(),
                                Severity.CRITICAL,
                                Map.of("DSL@ac-01", away("DEPUTY_DSL@ac-01"))))
                .containsExactly(
                        "DEPUTY_DSL@ac-01 EMAIL PT0S",
                        "HEAD@ac-01 EMAIL PT0S",
                        "EXECUTIVE_HEAD@trust EMAIL PT15M");
    }

    @Test
    void aStandInWhoIsAwayTooHandsOnToTheirs() {
        assertThat(
                        words(
                                conduct(),
                                Severity.HIGH,
                                Map.of(
                                        "HEAD@ac-01", away("DSL@ac-01"),
                                        "DSL@ac-01", away("EXECUTIVE_HEAD@trust"))))
                .containsExactly("EXECUTIVE_HEAD@trust EMAIL PT0S");
    }

    @Test
    void twoWhoStandInForEachOtherAndAreBothAwayEndNowhere() {
        assertThat(
                        words(
                                conduct(),
                                Severity.HIGH,
                                Map.of(
                                        "HEAD@ac-01", away("EXECUTIVE_HEAD@trust"),
                                        "EXECUTIVE_HEAD@trust", away("HEAD@ac-01"))))
                .isEmpty();
    }

    @Test
    void aStandInWhomTheRulesKeepFromTheCaseIsNotTold() {
        assertThat(words(conduct(), Severity.HIGH, Map.of("HEAD@ac-01", away("DSL@ac-01"))))
                .containsExactly("EXECUTIVE_HEAD@trust EMAIL PT0S");
    }

    @Test
    void anAbsenceThatHasNotBegunOrIsOverKeepsNobody() {
        var next = new Absence(TODAY.plusDays(1), TODAY.plusDays(9), null);
        var last = new Absence(TODAY.minusDays(9), TODAY.minusDays(1), null);
        for (var absence : List.of(next, last)) {
            assertThat(words(conduct(), Severity.HIGH, Map.of("HEAD@ac-01", with(absence))))
                    .startsWith("HEAD@ac-01 EMAIL PT0S");
        }
    }

    @Test
    void eachIsToldByTheChannelsTheyChoseForThatUrgency() {
        var byText =
                new Preference(
                        "07700 900123",
                        8,
                        Map.of(
                                Urgency.NOW, Set.of(Channel.EMAIL, Channel.SMS),
                                Urgency.TODAY, Set.of(Channel.SMS),
                                Urgency.LATER, Set.of(Channel.EMAIL)),
                        List.of());
        var told = new Told(Map.of("HEAD@ac-01", byText));
        var ladders = ladders(cast, told, WEDNESDAY, Set.of(Channel.EMAIL, Channel.SMS));

        assertThat(words(ladders.of(conduct(), Severity.CRITICAL)))
                .startsWith("HEAD@ac-01 EMAIL PT0S", "HEAD@ac-01 SMS PT0S");
        assertThat(words(ladders.of(conduct(), Severity.HIGH)))
                .containsExactly("HEAD@ac-01 SMS PT0S", "EXECUTIVE_HEAD@trust EMAIL PT2H");
    }

    @Test
    void aChannelThatIsNotSetUpOrHasNoNumberIsReplacedByEmail() {
        var byText =
                new Preference(
                        null,
                        8,
                        Map.of(
                                Urgency.NOW, Set.of(Channel.SMS),
                                Urgency.TODAY, Set.of(Channel.PUSH),
                                Urgency.LATER, Set.of(Channel.PUSH)),
                        List.of());
        var told = new Told(Map.of("HEAD@ac-01", byText));
        var ladders = ladders(cast, told, WEDNESDAY, Set.of(Channel.EMAIL, Channel.SMS));

        for (var severity : List.of(Severity.CRITICAL, Severity.HIGH)) {
            assertThat(words(ladders.of(conduct(), severity))).startsWith("HEAD@ac-01 EMAIL PT0S");
        }
    }

    @Test
    void aWaitOfDaysDoesNotRunOverTheWeekendAndAShortOneDoes() {
        var ladders = ladders(cast, new Told(Map.of()), FRIDAY_EVENING, Set.of(Channel.EMAIL));

        assertThat(ladders.of(conduct(), Severity.MEDIUM).getLast().afterWait())
                .isEqualTo(Duration.between(FRIDAY_EVENING, Instant.parse("2026-11-24T17:00:00Z")));
        assertThat(ladders.of(conduct(), Severity.HIGH).getLast().afterWait())
                .isEqualTo(Duration.ofHours(2));
    }

    @Property
    void noSubjectNoTargetAndNobodyAwayStandsOnALadderAndNobodyTwice(@ForAll long seed) {
        var chance = new Random(seed);
        var people = Cast.of(chance);
        var told = people.told(chance);
        var matter = people.matter(chance);
        var ladder = ladder(people, told, matter, severity(chance));

        var ids = ladder.stream().map(Rung::personId).toList();
        assertThat(ids).doesNotContain(matter.subjectId()).noneMatch(matter.targets()::contains);
        assertThat(ids).noneMatch(id -> told.of(id).awayOn(TODAY));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .allMatch(id ->
                        new Conflicts(people).mayDealWith(people.byId(id).orElseThrow(), matter));
    }

    @Property
    void whoeverIsThereIsToldDeputiesFollowAndTheFirstNeverWaits(@ForAll long seed) {
        var chance = new Random(seed);
        var people = Cast.of(chance);
        var told = people.told(chance);
        var matter = people.matter(chance);
        var conflicts = new Conflicts(people);
        var ladder = ladder(people, told, matter, severity(chance));
        var ids = ladder.stream().map(Rung::personId).toList();

        for (var person : conflicts.toldInOrder(matter).stream().flatMap(List::stream).toList()) {
            var standIn = told.of(person.personId()).standInOn(TODAY);
            if (!told.of(person.personId()).awayOn(TODAY)) {
                assertThat(ids).contains(person.personId());
            } else if (standIn != null
                    && !told.of(standIn).awayOn(TODAY)
                    && people.byId(standIn)
                            .filter(p -> p.email() != null && conflicts.mayDealWith(p, matter))
                            .isPresent()) {
                assertThat(ids).contains(standIn);
            }
        }
        assertThat(ladder.stream().limit(1)).allMatch(rung -> rung.afterWait().isZero());
    }

    private static List<Rung> ladder(Cast people, Told told, Matter matter, Severity severity) {
        return ladders(people, told, WEDNESDAY, Set.of(Channel.EMAIL)).of(matter, severity);
    }

    private List<String> words(Matter matter, Severity severity, Map<String, Preference> told) {
        return words(ladder(cast, new Told(told), matter, severity));
    }

    private static List<String> words(List<Rung> ladder) {
        return ladder.stream()
                .map(rung -> rung.personId() + " " + rung.channel() + " " + rung.afterWait())
                .toList();
    }

    private static Matter conduct() {
        return new Matter(
                "TEACHER@ac-01", Role.TEACHER, ACADEMY, Set.of(Route.DISCIPLINARY), Set.of());
    }

    private static Matter safeguarding() {
        return new Matter(
                "TEACHER@ac-01", Role.TEACHER, ACADEMY, Set.of(Route.SAFEGUARDING), Set.of());
    }

    private static Preference away(@Nullable String standIn) {
        return with(new Absence(AWAY.from(), AWAY.until(), standIn));
    }

    private static Preference with(Absence absence) {
        var plain = Preference.plain();
        return new Preference(null, 8, plain.channels(), List.of(absence));
    }

    private static Severity severity(Random chance) {
        return Severity.values()[chance.nextInt(Severity.values().length)];
    }

    /// What people set; plain for all others.
    private record Told(Map<String, Preference> set) implements Preferences {

        @Override
        public Preference of(String personId) {
            return set.getOrDefault(personId, Preference.plain());
        }

        @Override
        public Optional<Preference> own(String personId) {
            return Optional.ofNullable(set.get(personId));
        }

        @Override
        public void set(String personId, Preference preference) {
            throw new UnsupportedOperationException("nobody sets anything here");
        }
    }

    /// Invented people.
    private record Cast(List<Person> all) implements People {

        private static final List<@Nullable String> PLACES = places();

        private static List<@Nullable String> places() {
            var places = new ArrayList<@Nullable String>();
            places.add(ACADEMY);
            places.add(null);
            return places;
        }

        /// One of each role at an academy and at the trust.
        static Cast ofOneEach() {
            var all = new ArrayList<Person>();
            for (var place : PLACES) {
                for (var role : Role.values()) {
                    var id = role + "@" + (place == null ? "trust" : place);
                    all.add(new Person(id, "Invented", null, role, place, id + ".example"));
                }
            }
            return new Cast(all);
        }

        /// None to two of each role at each place, some without an address.
        static Cast of(Random chance) {
            var all = new ArrayList<Person>();
            for (var place : PLACES) {
                for (var role : Role.values()) {
                    for (var n = chance.nextInt(3); n > 0; n--) {
                        var id = role + "@" + place + n;
                        var email = chance.nextInt(6) == 0 ? null : id + ".example";
                        all.add(new Person(id, "Invented", null, role, place, email));
                    }
                }
            }
            all.add(new Person("somebody", "Invented", null, Role.TEACHER, ACADEMY, null));
            return new Cast(all);
        }

        /// A third are away, most of them with a stand-in, whoever that is.
        Told told(Random chance) {
            var told = new HashMap<String, Preference>();
            for (var person : all) {
                if (chance.nextInt(3) == 0) {
                    var standIn = chance.nextInt(4) == 0 ? null : any(chance).personId();
                    told.put(person.personId(), away(standIn));
                }
            }
            return new Told(told);
        }

        Matter matter(Random chance) {
            var subject = any(chance);
            var targets = new HashSet<String>();
            for (var n = chance.nextInt(3); n > 0; n--) {
                targets.add(any(chance).personId());
            }
            return new Matter(
                    subject.personId(),
                    subject.role(),
                    subject.academyId(),
                    Set.of(chance.nextBoolean() ? Route.SAFEGUARDING : Route.DISCIPLINARY),
                    targets);
        }

        private Person any(Random chance) {
            return all.get(chance.nextInt(all.size()));
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
