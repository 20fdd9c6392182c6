package org.handbell.cases.register;

import java.util.List;
import java.util.Optional;
import org.handbell.cases.register.Entries.Listed;
import org.handbell.cases.register.Entries.Show;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The way from a person to the register: whoever may not see an account finds nothing, and each
/// look is written down.
@Component
class DeskAccounts {

    private final Entries entries;
    private final Checks checks;
    private final AllFacts facts;
    private final SettleAccounts settle;
    private final Chronicle chronicle;

    DeskAccounts(
            Entries entries,
            Checks checks,
            AllFacts facts,
            SettleAccounts settle,
            Chronicle chronicle) {
        this.entries = entries;
        this.checks = checks;
        this.facts = facts;
        this.settle = settle;
        this.chronicle = chronicle;
    }

    /// Accounts with how they stand today.
    ///
    /// @param more whether another page follows
    record Shown(List<Standing> accounts, boolean more) {}

    @Transactional
    public Shown list(SignedIn person, Show show, int page) {
        Listed listed = entries.page(Scope.of(person), show, settle.today(), page);
        chronicle.listed(person.personId(), listed.entries().size());
        var known = facts.all();
        return new Shown(
                listed.entries().stream()
                        .map(entry -> Standing.of(entry, known.apply(entry), settle.today()))
                        .toList(),
                listed.more());
    }

    @Transactional
    public Optional<Standing> read(SignedIn person, String accountId) {
        var found = entries.byId(accountId).filter(Scope.of(person)::includes);
        found.ifPresent(entry -> chronicle.read(accountId, person.personId()));
        return found.map(settle::standing);
    }

    /// The newest checks of accounts that a person may see, with their accounts.
    @Transactional
    public List<Checked> checks(SignedIn person) {
        var newest = checks.newest(Scope.of(person));
        chronicle.listed(person.personId(), newest.size());
        return newest.stream()
                .flatMap(check ->
                        entries
                                .byId(check.accountId())
                                .map(entry -> new Checked(check, entry))
                                .stream())
                .toList();
    }

    record Checked(Check check, Entry entry) {}
}
