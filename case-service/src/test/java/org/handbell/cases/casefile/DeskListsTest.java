package org.handbell.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.handbell.cases.TestDesk;
import org.handbell.cases.casefile.DeskLists.Stretch;
import org.handbell.cases.casefile.Wanted.Show;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists over many cases: what the database narrows is the same as what the rules of conflict say,
/// and a page costs the same however many cases there are.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskListsTest {

    private static final Logger LOG = LoggerFactory.getLogger(DeskListsTest.class);
    private static final int FEW = 1_000;
    private static final int SOME = 20_000;
    private static final int MANY = 100_000;
    private static final int PAGE = 25;
    private static final int TURNS = 31;
    private static final List<Person> DECIDERS = ManyCases.deciders();

    private static TestDesk desk;
    private static ManyCases many;
    private static Map<String, Double> atFew = Map.of();

    @BeforeAll
    static void start() {
        desk = TestDesk.start(TestDesk.newPrefix(), Map.of());
        desk.transaction()
                .executeWithoutResult(_ ->
                        desk.bean(Members.class)
                                .replace(
                                        DECIDERS.stream()
                                                .map(p -> new Member(p, null, 8, null))
                                                .toList()));
        many = new ManyCases(desk.bean(JdbcClient.class), 7);
        many.add(FEW, DECIDERS, 60);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static DeskLists lists() {
        return desk.bean(DeskLists.class);
    }

    private static List<Case> allPages(Person person, Wanted wanted) {
        var all = new ArrayList<Case>();
        var past = "";
        while (true) {
            var page =
                    lists().page(person.personId(), wanted, new Stretch(past, PAGE), "queue.read");
            all.addAll(page.cases());
            assertThat(page.complete()).isTrue();
            if (!page.more()) {
                return all;
            }
            past = page.cases().getLast().number().value();
        }
    }

    private static List<Case> judged(Person person, Show show) {
        var conflicts = desk.bean(Conflicts.class);
        return desk
                .bean(JdbcClient.class)
                .sql("select * from cases")
                .query((rs, row) -> JdbcCases.read(rs))
                .list()
                .stream()
                .filter(about -> stands(about.state(), show))
                .filter(about -> conflicts.mayDealWith(person, about.matter()))
                .toList();
    }

    private static boolean stands(CaseState state, Show show) {
        return switch (show) {
            case WAITING -> state instanceof CaseState.Suggested;
            case GOING_ON -> !state.ended() && !(state instanceof CaseState.Suggested);
            case ENDED -> state.ended();
            case ALL -> true;
        };
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void eachPersonGetsExactlyTheCasesThatTheRulesOfConflictAllow(Show show) {
        var seen = 0;
        for (var person : DECIDERS.subList(0, 8)) {
            var expected = judged(person, show);
            assertThat(allPages(person, Wanted.all(show)))
                    .as(person.personId())
                    .containsExactlyInAnyOrderElementsOf(expected);
            seen += expected.size();
        }
        assertThat(seen).isGreaterThan(FEW / 4);
    }

    @Test
    @Order(2)
    void whatWaitsComesGravestAndMostUrgentFirst() {
        assertThat(allPages(DECIDERS.getFirst(), Wanted.all(Show.WAITING)))
                .isSortedAccordingTo(
                        Comparator.comparing(Case::severity)
                                .reversed()
                                .thenComparing(Case::dueAt)
                                .thenComparing(Case::caseId));
    }

    @Test
    @Order(3)
    void theWeeksCountWhatOneMaySeeAndNothingAboutOneself() {
        var first = LocalDate.of(2024, 9, 2);
        var head = DECIDERS.get(2);
        var counted = lists().weeks(head.personId(), first).values().stream().mapToLong(n -> n);
        var aboutNoDecider =
                judged(head, Show.ALL).stream().filter(c -> c.matter().targets().isEmpty()).count();
        assertThat(counted.sum()).isBetween(aboutNoDecider, (long) judged(head, Show.ALL).size());
    }

    @Test
    @Order(4)
    void aPageOfTwentyTimesAsManyCasesTakesAtMostThreeTimesAsLong() {
        atFew = pages();
        many.add(SOME - FEW, DECIDERS, 60);
        expectAtMostThreeTimes(pages(), SOME);
    }

    @Test
    @Order(5)
    @Tag("long")
    void aPageOfAHundredTimesAsManyCasesTakesAtMostThreeTimesAsLong() {
        assertThat(atFew).isNotEmpty();
        many.add(MANY - SOME, DECIDERS, 60);
        expectAtMostThreeTimes(pages(), MANY);
    }

    private static void expectAtMostThreeTimes(Map<String, Double> after, int cases) {
        after.forEach((person, millis) -> {
            var before = atFew.getOrDefault(person, 0.0);
            LOG.info("{}: {} ms at {} cases, {} ms at {}", person, before, FEW, millis, cases);
            assertThat(millis).as(person).isLessThanOrEqualTo(3 * before);
        });
    }

    /// In milliseconds, of one page of the queue, for people of every kind. The lower quartile:
    /// what else runs on the machine makes a page slower, and never faster.
    private static Map<String, Double> pages() {
        return Map.of(
                "executive head", quarter("trust-head"),
                "chair of the trust", quarter("trust-chair"),
                "head", quarter("oak-HEAD"),
                "safeguarding lead", quarter("oak-DSL"),
                "chair", quarter("oak-CHAIR"));
    }

    private static double quarter(String personId) {
        var times = new ArrayList<Long>();
        for (var i = 0; i < TURNS; i++) {
            var began = System.nanoTime();
            lists().page(personId, Wanted.all(Show.WAITING), new Stretch("", PAGE), "queue.read");
            times.add(System.nanoTime() - began);
        }
        return times.stream().sorted().skip(TURNS / 4).findFirst().orElseThrow() / 1e6;
    }
}
