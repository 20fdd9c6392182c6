package org.handbell.cases.register;

import java.time.Clock;
import java.util.Optional;
import org.handbell.cases.register.ChangeAccount.Change;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.CheckReason;
import org.handbell.cases.register.History.What;
import org.springframework.stereotype.Component;

/// A targeted check: a Head lets a registered account be looked at for a few days, for one of the
/// two reasons that the policy knows.
///
/// All gates stay as they are, the notice that its holder acknowledged among them: a check stands
/// in for the general approval alone. It looks at nothing from before its first day and ends by
/// itself.
@Component
class CheckAccount {

    static final int MOST_DAYS = 14;

    private final ChangeAccount change;
    private final Checks checks;
    private final Chronicle chronicle;
    private final SealedWords words;
    private final SettleAccounts settle;
    private final Clock clock;
    private final Say say;

    CheckAccount(
            ChangeAccount change,
            Checks checks,
            Chronicle chronicle,
            SealedWords words,
            SettleAccounts settle,
            Clock clock,
            Say say) {
        this.change = change;
        this.checks = checks;
        this.chronicle = chronicle;
        this.words = words;
        this.settle = settle;
        this.clock = clock;
        this.say = say;
    }

    Outcome begin(Change wanted) {
        return change.by(wanted, say::decides, entry -> begun(wanted, entry));
    }

    Outcome end(Change wanted) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    var running = running(entry);
                    if (running.isEmpty()) {
                        wanted.form().wrong("end", "No check of this account is running.");
                        return Optional.empty();
                    }
                    checks.end(running.get().checkId(), wanted.personId(), clock.instant());
                    chronicle.note(
                            entry.accountId(), wanted.personId(), What.CHECK_ENDED, "early", "");
                    return Optional.of(entry);
                });
    }

    private Optional<Entry> begun(Change wanted, Entry entry) {
        var form = wanted.form();
        var reason =
                form.choice(CheckReason.class, "reason", "Choose which of the two reasons it is.");
        var said = form.text("words", DecideAccount.MOST_WORDS, "Say what led you to it.");
        var days = form.number("days");
        if (days < 1 || days > MOST_DAYS) {
            form.wrong("days", "Enter a number of days from 1 to " + MOST_DAYS + ".");
        }
        if (entry.state() != State.STANDING) {
            form.wrong("reason", "Only an account on the register can be checked.");
        }
        if (running(entry).isPresent()) {
            form.wrong("reason", "A check of this account is running already.");
        }
        if (reason == null || !form.fine()) {
            return Optional.empty();
        }
        var until = settle.today().plusDays(days - 1);
        checks.begin(
                new Check(
                        0,
                        entry.accountId(),
                        reason,
                        words.seal(entry.accountId(), said),
                        wanted.personId(),
                        settle.today(),
                        until,
                        null,
                        null));
        chronicle.note(
                entry.accountId(),
                wanted.personId(),
                What.CHECK_BEGUN,
                Says.reason(reason) + ", until " + Says.day(until),
                "");
        return Optional.of(entry);
    }

    private Optional<Check> running(Entry entry) {
        return checks.of(entry.accountId()).stream()
                .filter(check -> check.endedAt() == null)
                .findFirst();
    }
}
