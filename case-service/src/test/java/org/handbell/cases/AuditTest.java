package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.audit.AuditTrail;
import org.handbell.cases.audit.AuditTrail.Check;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditTest {

    private static TestDesk desk;

    @BeforeAll
    static void start() {
        desk = TestDesk.start(TestDesk.newPrefix(), Map.of());
        write(60);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void manyWritersMakeOneChainWithoutAGap() throws Exception {
        var before = entries();
        try (var hands = Executors.newFixedThreadPool(8)) {
            var writing =
                    IntStream.range(0, 80)
                            .<Callable<Void>>mapToObj(i ->
                                    () -> {
                                        write(1);
                                        return null;
                                    })
                            .toList();
            for (var done : hands.invokeAll(writing)) {
                done.get();
            }
        }
        assertThat(trail().verify()).isEqualTo(new Check.Whole(before + 80));
    }

    @Test
    void anEntryGoesWithItsTransaction() {
        var before = entries();
        desk.transaction()
                .executeWithoutResult(transaction -> {
                    desk.bean(AuditLog.class).append("system", "case.opened", "case:1", "");
                    transaction.setRollbackOnly();
                });
        assertThat(entries()).isEqualTo(before);
        assertThat(trail().verify()).isEqualTo(new Check.Whole(before));
    }

    @Test
    void anEntryOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> desk.bean(AuditLog.class).append("system", "a", "b", ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody' where number = 3",
                "delete from audit_entry where number = 3",
                "truncate audit_entry",
                "delete from audit_head",
                "truncate audit_head"
            })
    void theDatabaseRefusesToAlterTheTrail(String tampering) {
        assertThatThrownBy(() -> jdbc().sql(tampering).update())
                .hasMessageContaining("append only");
    }

    /// Whoever gets past the triggers still cannot alter a link unseen: any field of any entry.
    @Test
    void anyAlterationThatGetsPastTheDatabaseIsFound() {
        var chance = new Random(7);
        for (var column :
                new String[] {"actor", "action", "subject", "detail", "at", "hash", "previous"}) {
            var number = 1 + chance.nextInt(50);
            var found =
                    tampered(
                            "update audit_entry set "
                                    + altered(column)
                                    + " where number = "
                                    + number);
            assertThat(found).as(column).isEqualTo(new Check.Broken(number));
        }
    }

    @Test
    void aMissingEntryAndAMissingEndAreFound() {
        assertThat(tampered("delete from audit_entry where number = 12"))
                .isEqualTo(new Check.Broken(12));
        var last = entries();
        assertThat(tampered("delete from audit_entry where number = " + last))
                .isEqualTo(new Check.Broken(last));
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() {
        assertThat(
                        tampered(
                                """
                                update audit_entry a set (at, actor, action, subject, detail) =
                                    (select b.at, b.actor, b.action, b.subject, b.detail from audit_entry b
                                     where b.number = 41 - a.number)
                                where a.number in (20, 21)
                                """))
                .isEqualTo(new Check.Broken(20));
        assertThat(tampered("update audit_entry set number = number + 1000 where number = 9"))
                .isEqualTo(new Check.Broken(9));
    }

    /// Who cuts off the end and makes the head fit has no key to seal it with.
    @Test
    void aHeadThatWasWrittenAnewIsFound() {
        var last = entries();
        var cut =
                """
                with gone as (delete from audit_entry where number = %d)
                update audit_head h set number = e.number, hash = e.hash from audit_entry e
                where e.number = %d
                """
                        .formatted(last, last - 1);
        assertThat(tampered(cut)).isEqualTo(new Check.Broken(last));
        assertThat(tampered("update audit_head set seal = null"))
                .isEqualTo(new Check.Broken(last + 1));
        assertThat(tampered("update audit_head set number = 3"))
                .isEqualTo(new Check.Broken(last + 1));
    }

    @Test
    void whatIsAppendedAfterwardsHealsNothing() {
        var last = entries();
        var found =
                desk.transaction()
                        .execute(transaction -> {
                            jdbc().sql("alter table audit_entry disable trigger user").update();
                            jdbc().sql("delete from audit_entry where number = " + last).update();
                            jdbc().sql(
                                            "update audit_head h set number = e.number, hash = e.hash from audit_entry e where e.number = "
                                                    + (last - 1))
                                    .update();
                            desk.bean(AuditLog.class).append("st-01", "case.read", "case:1", "");
                            desk.bean(AuditLog.class).append("st-01", "case.read", "case:2", "");
                            transaction.setRollbackOnly();
                            return trail().verify();
                        });
        assertThat(found).isInstanceOf(Check.Broken.class);
    }

    /// As after an update of a desk that did not seal yet, and to be seen in the trail itself.
    @Test
    void aHeadWithoutASealIsSealedAnewWithAnEntryOfItsOwn() {
        var found =
                desk.transaction()
                        .execute(transaction -> {
                            jdbc().sql("update audit_head set seal = null").update();
                            desk.bean(AuditLog.class).append("st-01", "case.read", "case:1", "");
                            transaction.setRollbackOnly();
                            return jdbc().sql(
                                            "select action from audit_entry order by number desc limit 2")
                                    .query(String.class)
                                    .list();
                        });
        assertThat(found).isEqualTo(List.of("case.read", "audit.sealed-anew"));
    }

    @Test
    void wordsThatMoveFromOneFieldToTheNextAreFound() {
        assertThat(
                        tampered(
                                "update audit_entry set actor = actor || left(action, 1),"
                                        + " action = substr(action, 2) where number = 5"))
                .isEqualTo(new Check.Broken(5));
    }

    private static String altered(String column) {
        return switch (column) {
            case "at" -> "at = at + interval '1 microsecond'";
            case "hash", "previous" -> column + " = sha256(" + column + ")";
            default -> column + " = " + column + " || 'x'";
        };
    }

    /// What a check says after a statement that the triggers would have refused; undone afterwards.
    private static Check tampered(String statement) {
        return Objects.requireNonNull(
                desk.transaction()
                        .execute(transaction -> {
                            jdbc().sql("alter table audit_entry disable trigger user").update();
                            jdbc().sql(statement).update();
                            transaction.setRollbackOnly();
                            return trail().verify();
                        }));
    }

    private static void write(int entries) {
        for (var i = 0; i < entries; i++) {
            var subject = "case:" + i;
            desk.transaction()
                    .executeWithoutResult(_ ->
                            desk.bean(AuditLog.class)
                                    .append("st-01", "case.read", subject, "détail \n 2"));
        }
    }

    private static long entries() {
        return jdbc().sql("select count(*) from audit_entry")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static AuditTrail trail() {
        return desk.bean(AuditTrail.class);
    }

    private static JdbcClient jdbc() {
        return desk.bean(JdbcClient.class);
    }
}
