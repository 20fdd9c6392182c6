package org.handbell.cases.register;

import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.AccountEvent.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A head's word on whether an account may be looked at. Without it nothing is collected.
@Component
class ApproveAccount {

    private final Accounts accounts;
    private final Approvals approvals;
    private final AuditLog audit;

    ApproveAccount(Accounts accounts, Approvals approvals, AuditLog audit) {
        this.accounts = accounts;
        this.approvals = approvals;
        this.audit = audit;
    }

    /// Approves an account in the name of the person.
    @Transactional
    public Outcome approve(SignedIn by, String accountId) {
        return decide(by, accountId, by.personId());
    }

    /// Withdraws an approval; collecting ends as soon as the collector hears of it.
    @Transactional
    public Outcome withdraw(SignedIn by, String accountId) {
        return decide(by, accountId, null);
    }

    /// Whether the person has a say on this account: a head of its academy or the executive head,
    /// and never who holds it.
    static boolean decides(SignedIn person, Registered account) {
        var ofTrust = person.role() == Role.EXECUTIVE_HEAD;
        var ofAcademy =
                person.role() == Role.HEAD
                        && person.academyId() != null
                        && person.academyId().equals(account.academyId());
        return (ofTrust || ofAcademy) && !account.holderId().equals(person.personId());
    }

    private Outcome decide(SignedIn by, String accountId, @Nullable String approver) {
        var account = accounts.byId(accountId);
        if (account.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!decides(by, account.get())) {
            return new Outcome.NotYours();
        }
        if (account.get().approved() == (approver != null)) {
            return new Outcome.Done();
        }
        approvals.decide(accountId, approver);
        record(by, account, approver != null);
        return new Outcome.Done();
    }

    private void record(SignedIn by, Optional<Registered> account, boolean approved) {
        var action = approved ? "account.approved" : "account.approval-withdrawn";
        account.ifPresent(a -> audit.append(by.personId(), action, "account:" + a.accountId(), ""));
    }

    /// What became of it.
    sealed interface Outcome {

        /// The account stands as wanted.
        record Done() implements Outcome {}

        /// It is for somebody else to decide.
        record NotYours() implements Outcome {}

        /// There is no such account.
        record Unknown() implements Outcome {}
    }
}
