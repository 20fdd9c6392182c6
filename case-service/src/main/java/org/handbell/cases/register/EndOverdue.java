package org.handbell.cases.register;

import java.time.Clock;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.Spokesperson;
import org.handbell.cases.register.History.What;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends what ends by itself: checks after their last day, authorisations to speak after theirs.
/// Whatever else changes with the day is settled with it.
@Component
class EndOverdue {

    private final Entries entries;
    private final Checks checks;
    private final Spokespersons spokespersons;
    private final Chronicle chronicle;
    private final SettleAccounts settle;
    private final Clock clock;

    EndOverdue(
            Entries entries,
            Checks checks,
            Spokespersons spokespersons,
            Chronicle chronicle,
            SettleAccounts settle,
            Clock clock) {
        this.entries = entries;
        this.checks = checks;
        this.spokespersons = spokespersons;
        this.chronicle = chronicle;
        this.settle = settle;
        this.clock = clock;
    }

    /// @return how many accounts others were told anew
    @Transactional
    public int now() {
        var all = entries.allLocked();
        checks.over(settle.today()).forEach(this::end);
        spokespersons.over(settle.today()).forEach(this::end);
        return settle.all(all);
    }

    private void end(Check check) {
        checks.end(check.checkId(), Chronicle.SYSTEM, clock.instant());
        chronicle.note(
                check.accountId(),
                Chronicle.SYSTEM,
                What.CHECK_ENDED,
                "its last day was " + Says.day(check.until()),
                "");
    }

    private void end(Spokesperson speaking) {
        spokespersons.end(speaking.id(), Chronicle.SYSTEM, clock.instant());
        chronicle.note(
                speaking.accountId(),
                Chronicle.SYSTEM,
                What.SPOKESPERSON_ENDED,
                "its last day was " + Says.day(speaking.expiresOn()),
                speaking.topic());
    }
}
