package org.handbell.cases.register;

import java.util.Optional;
import org.handbell.cases.people.Person;
import org.handbell.cases.register.ChangeAccount.Change;
import org.handbell.cases.register.Entry.Owners;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.History.What;
import org.springframework.stereotype.Component;

/// An account gets another holder, or leaves the register.
///
/// What the former holder acknowledged and was trained for does not pass on: nothing is collected
/// until the new one has acknowledged the notice.
@Component
class HandOverAccount {

    private final ChangeAccount change;
    private final Chronicle chronicle;
    private final Colleagues colleagues;
    private final EndWithHolder endings;
    private final Say say;

    HandOverAccount(
            ChangeAccount change,
            Chronicle chronicle,
            Colleagues colleagues,
            EndWithHolder endings,
            Say say) {
        this.change = change;
        this.chronicle = chronicle;
        this.colleagues = colleagues;
        this.endings = endings;
        this.say = say;
    }

    /// To the second owner or another; who decides it cannot be the one.
    Outcome to(Change wanted) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    var next = chosen(wanted, entry, entry.owners().holderId());
                    if (next.isEmpty()) {
                        return Optional.empty();
                    }
                    var second = entry.owners().secondId();
                    var stays = second == null || second.equals(next.get()) ? null : second;
                    endings.of(entry, wanted.personId());
                    note(wanted, What.HANDED_OVER, "to " + next.get());
                    return Optional.of(entry.with(new Owners(next.get(), stays, true)));
                });
    }

    /// Names who looks after it when the holder cannot.
    Outcome second(Change wanted) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    var next = chosen(wanted, entry, entry.owners().holderId());
                    next.ifPresent(id -> note(wanted, What.SECOND_OWNER_NAMED, id));
                    return next.map(id ->
                            entry.with(
                                    new Owners(
                                            entry.owners().holderId(),
                                            id,
                                            entry.owners().handedOver())));
                });
    }

    /// Takes it off the register. Who asked for it may take back what nobody has decided.
    Outcome close(Change wanted) {
        return change.by(
                wanted,
                (person, entry) ->
                        say.decides(person, entry)
                                || (entry.state() == State.REQUESTED
                                        && entry.owners().holderId().equals(person.personId())),
                entry -> {
                    var form = wanted.form();
                    var reason = form.text("reason", DecideAccount.MOST_WORDS, "Say why it ends.");
                    if (entry.state() != State.REQUESTED && entry.state() != State.STANDING) {
                        form.wrong("reason", "This account is off the register already.");
                    }
                    if (!form.fine()) {
                        return Optional.empty();
                    }
                    endings.of(entry, wanted.personId());
                    chronicle.note(entry.accountId(), wanted.personId(), What.CLOSED, "", reason);
                    return Optional.of(entry.with(Entry.Approval.NONE).in(State.CLOSED));
                });
    }

    private Optional<String> chosen(Change wanted, Entry entry, String not) {
        var form = wanted.form();
        var person =
                colleagues
                        .chosen(form.value("person"), entry.site().academyId())
                        .map(Person::personId)
                        .filter(id -> !id.equals(not));
        if (person.isEmpty()) {
            form.wrong("person", "Choose a colleague from the list.");
        } else if (person.get().equals(wanted.personId())) {
            form.wrong("person", "You decide on this account, so you cannot look after it too.");
        } else if (entry.state() != State.STANDING && entry.state() != State.REQUESTED) {
            form.wrong("person", "This account is off the register.");
        }
        return form.fine() ? person : Optional.empty();
    }

    private void note(Change wanted, What what, String detail) {
        chronicle.note(wanted.accountId(), wanted.personId(), what, detail, "");
    }
}
