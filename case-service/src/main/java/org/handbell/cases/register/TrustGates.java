package org.handbell.cases.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.forms.Form;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.Facts.Acknowledgement;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;
import org.handbell.cases.register.GateRecords.Entered;
import org.handbell.cases.register.History.What;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The gates of the trust as a whole: entered once, they count for all its accounts. Of the notice,
/// each holder has a part of their own: they acknowledge it.
@Component
class TrustGates {

    static final int MOST_REFERENCE = 200;
    static final int MOST_NOTICE = 50_000;

    private final GateRecords records;
    private final Entries entries;
    private final SettleAccounts settle;
    private final Chronicle chronicle;
    private final AuditLog audit;
    private final Clock clock;

    TrustGates(
            GateRecords records,
            Entries entries,
            SettleAccounts settle,
            Chronicle chronicle,
            AuditLog audit,
            Clock clock) {
        this.records = records;
        this.entries = entries;
        this.settle = settle;
        this.chronicle = chronicle;
        this.audit = audit;
        this.clock = clock;
    }

    Map<GateKind, GateEvidence> current() {
        return records.current();
    }

    List<Entered> entered() {
        return records.entered();
    }

    /// @return whether it is entered; else the form says what is wrong
    @Transactional
    public boolean enter(SignedIn by, GateKind kind, Form form) {
        var reference = form.text("reference", MOST_REFERENCE, "Enter where it can be found.");
        var on = day(form, kind);
        var withWhom =
                kind == GateKind.CONSULTATION
                        ? form.text("with", MOST_REFERENCE, "Say who was consulted.")
                        : "";
        var notice =
                kind == GateKind.NOTICE
                        ? form.text("notice", MOST_NOTICE, "Paste the words of the notice.")
                        : null;
        if (on == null || !form.fine()) {
            return false;
        }
        var hash = notice == null ? null : sha256(notice);
        var all = entries.allLocked();
        records.enter(
                new GateEvidence(kind, reference, withWhom, on, notice, hash),
                by.personId(),
                clock.instant());
        settle.all(all);
        audit.append(by.personId(), "gate.entered", subject(kind), hash == null ? "" : hash);
        return true;
    }

    /// Who holds the account has read the notice that is in force. Nobody else can say so.
    @Transactional
    public Outcome acknowledge(SignedIn by, String accountId, String hash) {
        var found = entries.locked(accountId).filter(Scope.of(by)::includes);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var entry = found.get();
        if (!entry.owners().holderId().equals(by.personId())) {
            return new Outcome.NotYours();
        }
        var notice = records.current().get(GateKind.NOTICE);
        if (notice == null || !hash.equals(notice.hash()) || closed(entry)) {
            return new Outcome.Stale();
        }
        acknowledged(by, entry, notice.on(), hash);
        return new Outcome.Done(accountId);
    }

    private void acknowledged(SignedIn by, Entry entry, LocalDate noticeFrom, String hash) {
        var today = settle.today();
        records.acknowledge(
                new Acknowledgement(
                        entry.accountId(),
                        by.personId(),
                        hash,
                        noticeFrom.isAfter(today) ? noticeFrom : today,
                        clock.instant()));
        chronicle.note(entry.accountId(), by.personId(), What.NOTICE_ACKNOWLEDGED, hash, "");
        if (entry.state() == State.STANDING) {
            settle.one(entry);
        }
    }

    /// What was done lies behind; a notice may be announced for a day to come.
    private @Nullable LocalDate day(Form form, GateKind kind) {
        var day = form.day("on", "Enter the day.");
        if (day != null && kind != GateKind.NOTICE && day.isAfter(settle.today())) {
            form.wrong("on", "That day has not come yet.");
        }
        if (day != null && day.isAfter(settle.today().plusYears(1))) {
            form.wrong("on", "Choose a day within the next year.");
        }
        return day;
    }

    private static boolean closed(Entry entry) {
        return entry.state() == State.CLOSED || entry.state() == State.REFUSED;
    }

    private static String subject(GateKind kind) {
        return "gate:" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
