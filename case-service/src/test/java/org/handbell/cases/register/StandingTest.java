package org.handbell.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handbell.cases.register.Entry.Approval;
import org.handbell.cases.register.Entry.Imported;
import org.handbell.cases.register.Entry.Origin;
import org.handbell.cases.register.Entry.Owners;
import org.handbell.cases.register.Entry.Site;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.Facts.Acknowledgement;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.CheckReason;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;
import org.handbell.cases.register.Facts.Spokesperson;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Approval GIVEN = new Approval(true, "head", "2026-09");
    private static final Approval WITHDRAWN = new Approval(false, null, "2026-09");

    private static final Entry ASKED_FOR = entry(new Owners("holder", null, false), GIVEN);

    @Test
    void withoutTheTrustsGatesEachOfThemIsNamed() {
        assertThat(standing(ASKED_FOR, facts(Map.of())).row().unmet())
                .containsExactly(
                        "DPIA reference", "monitoring notice", "consultation", "notice in effect");
    }

    @Test
    void aNoticeThatItsHolderHasNotAcknowledgedDoesNotCount() {
        var standing = standing(ASKED_FOR, facts(gates("hash")));
        assertThat(standing.row().unmet()).containsExactly("monitoring notice", "notice in effect");
        assertThat(standing.waitsForHolder()).isTrue();
    }

    @Test
    void anAcknowledgedNoticeMeetsTheGateFromThatDayOn() {
        var row = standing(ASKED_FOR, facts(gates("hash"), read("holder", "hash", TODAY))).row();
        assertThat(row.unmet()).isEmpty();
        assertThat(row.collectFrom()).isEqualTo(TODAY);
        assertThat(row.gates().noticeHash()).isEqualTo("hash");
    }

    @Test
    void aNewNoticeHasToBeAcknowledgedAnewAndThenTheFirstDayStays() {
        var first = read("holder", "old", TODAY.minusDays(40));
        assertThat(standing(ASKED_FOR, facts(gates("new"), first)).row().unmet())
                .contains("monitoring notice");
        var both = facts(gates("new"), first, read("holder", "new", TODAY));
        assertThat(standing(ASKED_FOR, both).row().collectFrom()).isEqualTo(TODAY.minusDays(40));
    }

    @Test
    void whatAFormerHolderAcknowledgedIsNotTheNewOnes() {
        var passedOn = entry(new Owners("another", null, true), GIVEN);
        var row = standing(passedOn, facts(gates("hash"), read("holder", "hash", TODAY))).row();
        assertThat(row.unmet()).containsExactly("monitoring notice", "notice in effect");
    }

    @Test
    void theFilesNoticeCountsOnlyForTheFilesHolder() {
        var imported = new Imported("D-1", "file-hash", "minutes", TODAY.minusDays(9), true);
        var kept = imported(new Owners("holder", null, false), imported);
        assertThat(standing(kept, facts(Map.of())).row().unmet()).isEmpty();
        assertThat(standing(kept, facts(Map.of())).row().spokesperson()).isTrue();
        var passedOn = imported(new Owners("another", null, true), imported);
        assertThat(standing(passedOn, facts(Map.of())).row().unmet())
                .containsExactly("monitoring notice", "notice in effect");
        assertThat(standing(passedOn, facts(Map.of())).row().spokesperson()).isFalse();
    }

    @Test
    void aCheckStandsInForTheApprovalAloneAndOnlyOnItsDays() {
        var unapproved = entry(new Owners("holder", null, false), WITHDRAWN);
        var check = check(TODAY.minusDays(2), TODAY.plusDays(1));
        var row = standing(unapproved, checked(check, gates("hash"))).row();
        assertThat(row.unmet()).isEmpty();
        assertThat(row.gates().approver()).isEqualTo("authoriser");
        assertThat(row.collectFrom()).isEqualTo(TODAY.minusDays(2));
        var over = Standing.of(unapproved, checked(check, gates("hash")), TODAY.plusDays(2)).row();
        assertThat(over.unmet()).containsExactly("approver", "approval");
        assertThat(standing(unapproved, checked(check, Map.of())).row().unmet())
                .contains("monitoring notice");
    }

    @Test
    void aCheckOfAnApprovedAccountChangesNothingForOthers() {
        var facts = checked(check(TODAY, TODAY), gates("hash"));
        var without = new Facts(facts.gates(), facts.acknowledgements(), List.of(), List.of());
        assertThat(standing(ASKED_FOR, facts).row()).isEqualTo(standing(ASKED_FOR, without).row());
    }

    @Test
    void onlyATrainedHolderWhoseTimeIsNotOverSpeaksForTheSchool() {
        assertThat(speaks("holder", TODAY.minusDays(1), TODAY)).isTrue();
        assertThat(speaks("holder", TODAY.minusDays(9), TODAY.minusDays(1))).isFalse();
        assertThat(speaks("holder", TODAY.plusDays(1), TODAY.plusDays(9))).isFalse();
        assertThat(speaks("another", TODAY.minusDays(1), TODAY)).isFalse();
    }

    private static boolean speaks(String personId, LocalDate trained, LocalDate expires) {
        var speaking = new Spokesperson(1, "a", personId, "music", trained, expires, "head", null);
        var facts = new Facts(Map.of(), List.of(), List.of(), List.of(speaking));
        return standing(ASKED_FOR, facts).row().spokesperson();
    }

    private static Standing standing(Entry entry, Facts facts) {
        return Standing.of(entry, facts, TODAY);
    }

    private static Entry entry(Owners owners, Approval approval) {
        return new Entry(
                "a",
                Origin.DESK,
                State.STANDING,
                new Site(Platform.MASTODON, "@a@social.example", Kind.GROUP, "ac-01"),
                owners,
                approval,
                Imported.NOTHING,
                null,
                1);
    }

    private static Entry imported(Owners owners, Imported imported) {
        var entry = entry(owners, GIVEN);
        return new Entry(
                "a", Origin.FILE, State.STANDING, entry.site(), owners, GIVEN, imported, null, 1);
    }

    private static Facts facts(
            Map<GateKind, GateEvidence> gates, Acknowledgement... acknowledgements) {
        return new Facts(gates, List.of(acknowledgements), List.of(), List.of());
    }

    private static Facts checked(Check check, Map<GateKind, GateEvidence> gates) {
        return new Facts(
                gates,
                List.of(read("holder", "hash", TODAY.minusDays(90))),
                List.of(check),
                List.of());
    }

    private static Map<GateKind, GateEvidence> gates(String hash) {
        var gates = new EnumMap<GateKind, GateEvidence>(GateKind.class);
        for (var kind : GateKind.values()) {
            var notice = kind == GateKind.NOTICE;
            gates.put(
                    kind,
                    new GateEvidence(
                            kind, "ref", "", TODAY, notice ? "words" : null, notice ? hash : null));
        }
        return gates;
    }

    private static Acknowledgement read(String holder, String hash, LocalDate from) {
        return new Acknowledgement("a", holder, hash, from, Instant.EPOCH);
    }

    private static Check check(LocalDate from, LocalDate until) {
        return new Check(
                1,
                "a",
                CheckReason.SUSPECTED_BREACH,
                new byte[0],
                "authoriser",
                from,
                until,
                null,
                null);
    }
}
