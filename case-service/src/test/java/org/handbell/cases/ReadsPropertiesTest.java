package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.contract.Severity.HIGH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditFilter;
import org.handbell.cases.audit.AuditPages;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.DeskCases;
import org.handbell.cases.casefile.DeskLists;
import org.handbell.cases.casefile.Wanted;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.conflict.FamilyTies;
import org.handbell.cases.conflict.FamilyTies.Tie;
import org.handbell.cases.people.Person;
import org.handbell.contract.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The desk against a model of it, over random sequences: people look at cases, become targets of
/// them and family of their subjects; each look that shows something is in the record, with who it
/// was, and no look shows what the model says it must not.
class ReadsPropertiesTest extends DeskTest {

    private static final int STEPS = 400;
    private static final List<Person> PEOPLE =
            List.of(HEAD, DSL, DEPUTY, CHAIR, EXECUTIVE, TEACHER);

    @Autowired private DeskCases desk;
    @Autowired private DeskLists lists;
    @Autowired private Cases cases;
    @Autowired private Conflicts conflicts;
    @Autowired private FamilyTies families;
    @Autowired private AuditPages record;
    @Autowired private AuditTrail trail;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    private final Map<String, List<String>> expected = new HashMap<>();

    @Test
    void eachLookIsInTheRecordAndNobodySeesWhatIsNotForThem() {
        var chance = new Random(20261122);
        var all = List.of(open("account-teacher"), open("account-head"), open("account-51"));
        var start = newest();
        try {
            for (var i = 0; i < STEPS; i++) {
                step(chance, all);
            }
        } finally {
            transaction.executeWithoutResult(
                    _ -> List.copyOf(families.all()).forEach(families::remove));
        }
        for (var person : PEOPLE) {
            assertThat(looks(person, start))
                    .as("looks of %s", person)
                    .isEqualTo(expected.getOrDefault(person.personId(), List.of()));
        }
        assertThat(trail.verify()).isInstanceOf(AuditTrail.Check.Whole.class);
    }

    private void step(Random chance, List<Case> all) {
        var person = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        var about = all.get(chance.nextInt(all.size()));
        switch (chance.nextInt(12)) {
            case 0 -> aimAt(about, person, chance.nextBoolean());
            case 1 ->
                    relate(person, PEOPLE.get(chance.nextInt(PEOPLE.size())), chance.nextBoolean());
            case 2, 3 -> queue(person);
            default -> read(person, about);
        }
    }

    private void read(Person person, Case about) {
        var seen = desk.read(person.personId(), about.number().value());
        var now = cases.byId(about.caseId()).orElseThrow();
        assertThat(seen.isPresent()).isEqualTo(may(person, now));
        if (seen.isPresent()) {
            expect(person, "case.read case:" + about.number());
        }
    }

    private void queue(Person person) {
        var seen =
                lists.page(
                        person.personId(),
                        Wanted.all(Wanted.Show.WAITING),
                        new DeskLists.Stretch("", 100),
                        "queue.read");
        assertThat(seen.cases()).allMatch(about -> may(person, about));
        expect(person, "queue.read cases");
    }

    /// In other words than the rules have.
    private boolean may(Person person, Case about) {
        var matter = about.matter();
        var family = families.all().contains(tieOrNone(person.personId(), matter.subjectId()));
        var out =
                person.personId().equals(matter.subjectId())
                        || matter.targets().contains(person.personId())
                        || family;
        return !out && conflicts.mayDealWith(person, matter);
    }

    private static Tie tieOrNone(String one, String other) {
        return one.equals(other) ? Tie.between("nobody", "nobody else") : Tie.between(one, other);
    }

    private void aimAt(Case about, Person person, boolean at) {
        var targets = at ? new String[] {person.personId()} : new String[] {};
        jdbc.sql("update cases set targets = ? where case_id = ?")
                .params(targets, about.caseId())
                .update();
    }

    private void relate(Person one, Person other, boolean related) {
        if (!one.equals(other)) {
            var tie = Tie.between(one.personId(), other.personId());
            transaction.executeWithoutResult(_ -> {
                if (related) {
                    families.add(tie);
                } else {
                    families.remove(tie);
                }
            });
        }
    }

    private void expect(Person person, String look) {
        expected.computeIfAbsent(person.personId(), _ -> new ArrayList<>()).add(look);
    }

    private Case open(String account) {
        var url = unique("https://example.social/reads");
        send(Found.by(account, url).routed(Route.SAFEGUARDING).claiming("E3", HIGH).event());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cases.underWayOfPost(url).isPresent());
        return cases.underWayOfPost(url).orElseThrow();
    }

    private long newest() {
        return record.page(everything(""), Long.MAX_VALUE, 1).getFirst().number();
    }

    private List<String> looks(Person person, long since) {
        return record.next(everything(person.personId()), since, 1_000).stream()
                .filter(entry -> entry.action().endsWith(".read"))
                .map(ReadsPropertiesTest::words)
                .toList();
    }

    private static String words(AuditEntry entry) {
        return entry.action() + " " + entry.subject();
    }

    private static AuditFilter everything(String actor) {
        return new AuditFilter(actor, "", "", null, null, Set.of());
    }
}
