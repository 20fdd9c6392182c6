package org.handbell.cases.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.handbell.cases.register.Entry.Approval;
import org.handbell.cases.register.Entry.Imported;
import org.handbell.cases.register.Entry.Origin;
import org.handbell.cases.register.Entry.Owners;
import org.handbell.cases.register.Entry.Site;
import org.handbell.cases.register.Entry.State;
import org.handbell.contract.AccountEvent.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes a list of accounts from outside. What people decided at the desk stands: the list neither
/// gives an approval back nor opens an account again nor returns it to a former holder, and it
/// knows nothing of the accounts that were asked for at the desk.
@Component
class ReplaceAccounts implements AccountRegister {

    private final Entries entries;
    private final SettleAccounts settle;

    ReplaceAccounts(Entries entries, SettleAccounts settle) {
        this.entries = entries;
        this.settle = settle;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(Collection<Registered> accounts) {
        var old = new LinkedHashMap<String, Entry>();
        entries.allLocked().forEach(entry -> old.put(entry.accountId(), entry));
        var all = new ArrayList<Entry>();
        for (var account : accounts) {
            all.add(taken(account, old.remove(account.accountId())));
        }
        for (var left : old.values()) {
            if (left.origin() == Origin.FILE) {
                entries.remove(left.accountId());
            } else {
                all.add(left);
            }
        }
        return settle.all(all);
    }

    private Entry taken(Registered account, @Nullable Entry before) {
        if (before == null) {
            return saved(first(account));
        }
        if (before.origin() == Origin.DESK || before.state() == State.CLOSED) {
            return before;
        }
        var now = merged(account, before);
        return Objects.equals(now, before) ? before : saved(now.next());
    }

    private Entry saved(Entry entry) {
        entries.save(entry);
        return entry;
    }

    private static Entry first(Registered a) {
        return new Entry(
                a.accountId(),
                Origin.FILE,
                State.STANDING,
                site(a),
                new Owners(a.holderId(), null, false),
                new Approval(a.approved(), a.gates().approver(), a.gates().policyVersion()),
                imported(a),
                null,
                1);
    }

    private static Entry merged(Registered a, Entry before) {
        var owners = before.owners();
        var approval = before.approval();
        // Only an approval that was given at the desk has a day of its next review.
        var decidedHere = before.reviewOn() != null;
        return new Entry(
                a.accountId(),
                Origin.FILE,
                before.state(),
                site(a),
                owners.handedOver() ? owners : new Owners(a.holderId(), owners.secondId(), false),
                decidedHere
                        ? approval
                        : new Approval(
                                approval.given() && a.approved(),
                                approval.by(),
                                a.gates().policyVersion()),
                imported(a),
                before.reviewOn(),
                before.version());
    }

    private static Site site(Registered a) {
        return new Site(a.platform(), a.address(), a.kind(), a.academyId());
    }

    private static Imported imported(Registered a) {
        var gates = a.gates();
        return new Imported(
                gates.dpiaReference(),
                gates.noticeHash(),
                gates.consultation(),
                a.collectFrom(),
                a.spokesperson());
    }
}
