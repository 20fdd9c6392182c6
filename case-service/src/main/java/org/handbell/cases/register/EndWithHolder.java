package org.handbell.cases.register;

import java.time.Clock;
import org.handbell.cases.register.History.What;
import org.springframework.stereotype.Component;

/// Ends what belongs to who holds an account, when they no longer do: a check, an authorisation to
/// speak, and what they acknowledged. Whoever holds it next begins anew, and nothing is looked at
/// that was posted in between.
@Component
class EndWithHolder {

    private final Checks checks;
    private final Spokespersons spokespersons;
    private final GateRecords gates;
    private final Chronicle chronicle;
    private final Clock clock;

    EndWithHolder(
            Checks checks,
            Spokespersons spokespersons,
            GateRecords gates,
            Chronicle chronicle,
            Clock clock) {
        this.checks = checks;
        this.spokespersons = spokespersons;
        this.gates = gates;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    void of(Entry entry, String by) {
        var accountId = entry.accountId();
        checks.of(accountId).stream()
                .filter(check -> check.endedAt() == null)
                .forEach(check -> {
                    checks.end(check.checkId(), by, clock.instant());
                    chronicle.note(accountId, by, What.CHECK_ENDED, "", "");
                });
        spokespersons.of(accountId).stream()
                .filter(speaking -> speaking.endedAt() == null)
                .forEach(speaking -> {
                    spokespersons.end(speaking.id(), by, clock.instant());
                    chronicle.note(accountId, by, What.SPOKESPERSON_ENDED, "", speaking.topic());
                });
        gates.release(accountId);
    }
}
