package org.handbell.cases.register;

import java.time.LocalDate;
import java.util.Optional;
import org.handbell.cases.forms.Form;
import org.handbell.cases.policy.Policies;
import org.handbell.cases.register.ChangeAccount.Change;
import org.handbell.cases.register.Entry.Approval;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.History.What;
import org.handbell.cases.register.Purposes.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A Head's word on whether an account may be looked at. Without it nothing is collected.
@Component
class DecideAccount {

    static final int MOST_WORDS = 2_000;

    /// Longest time until an approval is looked at again, in months.
    static final int REVIEW_WITHIN = 12;

    private static final String REASON = "Say why, in a sentence or two.";

    private final ChangeAccount change;
    private final Chronicle chronicle;
    private final Purposes purposes;
    private final Policies policies;
    private final SettleAccounts settle;
    private final Say say;

    DecideAccount(
            ChangeAccount change,
            Chronicle chronicle,
            Purposes purposes,
            Policies policies,
            SettleAccounts settle,
            Say say) {
        this.change = change;
        this.chronicle = chronicle;
        this.purposes = purposes;
        this.policies = policies;
        this.settle = settle;
        this.say = say;
    }

    /// Approves an account that was asked for, or whose approval was withdrawn.
    Outcome approve(Change wanted) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    var form = wanted.form();
                    if (entry.approval().given() || !open(entry)) {
                        form.wrong("reason", "This account is not waiting for an approval.");
                    }
                    var conditions = form.optional("conditions", MOST_WORDS);
                    return approved(wanted, entry, What.APPROVED)
                            .map(now -> {
                                impose(entry.accountId(), conditions);
                                return now.in(State.STANDING);
                            });
                });
    }

    /// Says that an approved account is still approved, and until when.
    Outcome review(Change wanted) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    if (!entry.approval().given() || entry.state() != State.STANDING) {
                        wanted.form().wrong("reason", "This account is not approved.");
                    }
                    return approved(wanted, entry, What.REVIEWED);
                });
    }

    Outcome refuse(Change wanted) {
        return ended(wanted, What.REFUSED, State.REQUESTED);
    }

    /// Withdraws an approval; collecting ends as soon as the collector hears of it.
    Outcome withdraw(Change wanted) {
        return ended(wanted, What.WITHDRAWN, State.STANDING);
    }

    private Outcome ended(Change wanted, What what, State from) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    var form = wanted.form();
                    var reason = form.text("reason", MOST_WORDS, REASON);
                    if (entry.state() != from
                            || (what == What.WITHDRAWN && !entry.approval().given())) {
                        form.wrong("reason", "That is not possible for this account any more.");
                    }
                    if (!form.fine()) {
                        return Optional.empty();
                    }
                    chronicle.note(entry.accountId(), wanted.personId(), what, "", reason);
                    var next = new Approval(false, null, entry.approval().policyVersion());
                    return Optional.of(
                            entry.with(next)
                                    .in(what == What.REFUSED ? State.REFUSED : entry.state()));
                });
    }

    private Optional<Entry> approved(Change wanted, Entry entry, What what) {
        var form = wanted.form();
        var reason = form.text("reason", MOST_WORDS, REASON);
        var review = reviewDay(form);
        var version = policyVersion(form, entry);
        if (!form.fine() || review == null) {
            return Optional.empty();
        }
        chronicle.note(
                entry.accountId(),
                wanted.personId(),
                what,
                "next review " + Says.day(review),
                reason);
        return Optional.of(
                entry.with(new Approval(true, wanted.personId(), version)).reviewedBy(review));
    }

    private @Nullable LocalDate reviewDay(Form form) {
        var day = form.day("review", "Enter the day of the next review.");
        var today = settle.today();
        if (day != null && (!day.isAfter(today) || day.isAfter(today.plusMonths(REVIEW_WITHIN)))) {
            form.wrong("review", "Choose a day within the next 12 months.");
        }
        return day;
    }

    /// The version in force, which the Head confirms; where the trust uploaded none, what the file
    /// says.
    private @Nullable String policyVersion(Form form, Entry entry) {
        var inForce = policies.inForce(settle.today());
        if (inForce.isEmpty()) {
            return entry.approval().policyVersion();
        }
        if (!form.ticked("policy")) {
            form.wrong("policy", "Confirm which version of the policy you approve it under.");
        }
        return inForce.get().name();
    }

    private void impose(String accountId, String conditions) {
        var asked = purposes.of(accountId);
        if (asked.isPresent() || !conditions.isEmpty()) {
            purposes.save(
                    accountId,
                    asked.orElseGet(() -> new Purpose("", "", "", false)).under(conditions));
        }
    }

    private static boolean open(Entry entry) {
        return entry.state() == State.REQUESTED || entry.state() == State.STANDING;
    }
}
