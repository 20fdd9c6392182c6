package org.handbell.cases.register;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.handbell.cases.forms.Form;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one way to change an account: under its lock, by who may, and only as long as it is what
/// they saw. What follows for others is settled in the same transaction.
@Component
class ChangeAccount {

    private final Entries entries;
    private final SettleAccounts settle;

    ChangeAccount(Entries entries, SettleAccounts settle) {
        this.entries = entries;
        this.settle = settle;
    }

    /// @param form with the field `version` of the page
    /// @param may who may do it
    /// @param act reads the form and gives the entry as it becomes; empty where the form has
    ///   problems, and then it has changed nothing
    @Transactional
    public Outcome by(
            Change change, BiPredicate<SignedIn, Entry> may, Function<Entry, Optional<Entry>> act) {
        var found = entries.locked(change.accountId()).filter(Scope.of(change.by())::includes);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var entry = found.get();
        if (!may.test(change.by(), entry)) {
            return new Outcome.NotYours();
        }
        if (change.form().number("version") != entry.version()) {
            return new Outcome.Stale();
        }
        var now = act.apply(entry);
        now.map(Entry::next).ifPresent(this::keep);
        return now.isPresent() ? new Outcome.Done(entry.accountId()) : new Outcome.Wrong();
    }

    private void keep(Entry entry) {
        entries.save(entry);
        settle.one(entry);
    }

    /// Who wants what changed.
    record Change(SignedIn by, String accountId, Form form) {

        String personId() {
            return by.personId();
        }
    }
}
