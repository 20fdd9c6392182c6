package org.handbell.cases.register;

import java.time.Clock;
import java.util.List;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.register.History.Line;
import org.handbell.cases.register.History.What;
import org.springframework.stereotype.Component;

/// Writes down what happened to an account: on its own page, and in the audit trail.
@Component
class Chronicle {

    static final String SYSTEM = "system";

    private final History history;
    private final SealedWords words;
    private final AuditLog audit;
    private final Clock clock;

    Chronicle(History history, SealedWords words, AuditLog audit, Clock clock) {
        this.history = history;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param by person id, or `system`
    /// @param detail short facts without words of a person
    /// @param said words of the person, which are sealed; may be empty
    void note(String accountId, String by, What what, String detail, String said) {
        history.append(
                accountId,
                new Line(clock.instant(), by, what, detail, words.seal(accountId, said)));
        audit.append(by, what.action(), subject(accountId), detail);
    }

    void read(String accountId, String by) {
        audit.append(by, "account.read", subject(accountId), "");
    }

    void listed(String by, int shown) {
        audit.append(by, "accounts.read", "accounts", shown + " accounts");
    }

    List<Line> of(String accountId) {
        return history.of(accountId);
    }

    static String subject(String accountId) {
        return "account:" + accountId;
    }
}
