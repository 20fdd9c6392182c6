package org.handbell.cases.register;

import java.time.Clock;
import java.util.Optional;
import org.handbell.cases.forms.Form;
import org.handbell.cases.register.ChangeAccount.Change;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.Facts.Spokesperson;
import org.handbell.cases.register.History.What;
import org.springframework.stereotype.Component;

/// Says who may speak for the school through an account, on which topic and until when. It is the
/// holder, who must have been trained; an authorisation whose time is over does not count.
@Component
class AuthoriseSpokesperson {

    static final int MOST_TOPIC = 200;

    private static final int LONGEST_MONTHS = 36;

    private final ChangeAccount change;
    private final Spokespersons spokespersons;
    private final Chronicle chronicle;
    private final SettleAccounts settle;
    private final Clock clock;
    private final Say say;

    AuthoriseSpokesperson(
            ChangeAccount change,
            Spokespersons spokespersons,
            Chronicle chronicle,
            SettleAccounts settle,
            Clock clock,
            Say say) {
        this.change = change;
        this.spokespersons = spokespersons;
        this.chronicle = chronicle;
        this.settle = settle;
        this.clock = clock;
        this.say = say;
    }

    Outcome authorise(Change wanted) {
        return change.by(wanted, say::decides, entry -> authorised(wanted, entry));
    }

    Outcome end(Change wanted) {
        return change.by(
                wanted,
                say::decides,
                entry -> {
                    var id = wanted.form().number("id");
                    var found =
                            spokespersons.of(entry.accountId()).stream()
                                    .filter(s -> s.id() == id && s.endedAt() == null)
                                    .findFirst();
                    if (found.isEmpty()) {
                        wanted.form().wrong("topic", "That authorisation has ended already.");
                        return Optional.empty();
                    }
                    spokespersons.end(id, wanted.personId(), clock.instant());
                    note(wanted, What.SPOKESPERSON_ENDED, "", found.get().topic());
                    return Optional.of(entry);
                });
    }

    private Optional<Entry> authorised(Change wanted, Entry entry) {
        var form = wanted.form();
        var topic = form.text("topic", MOST_TOPIC, "Say on what they may speak.");
        var trained = form.day("trained", "Enter the day they were trained.");
        var expires = form.day("expires", "Enter the last day it counts.");
        var today = settle.today();
        if (trained != null && trained.isAfter(today)) {
            form.wrong("trained", "The training must be over before they may speak.");
        }
        if (expires != null
                && (expires.isBefore(today) || expires.isAfter(today.plusMonths(LONGEST_MONTHS)))) {
            form.wrong("expires", "Choose a day within the next 3 years.");
        }
        standing(form, entry);
        if (trained == null || expires == null || !form.fine()) {
            return Optional.empty();
        }
        spokespersons.authorise(
                new Spokesperson(
                        0,
                        entry.accountId(),
                        entry.owners().holderId(),
                        topic,
                        trained,
                        expires,
                        wanted.personId(),
                        null),
                clock.instant());
        note(wanted, What.SPOKESPERSON_AUTHORISED, "until " + Says.day(expires), topic);
        return Optional.of(entry);
    }

    private static void standing(Form form, Entry entry) {
        if (entry.state() != State.STANDING) {
            form.wrong("topic", "Only through an account on the register may anybody speak.");
        }
    }

    private void note(Change wanted, What what, String detail, String topic) {
        chronicle.note(wanted.accountId(), wanted.personId(), what, detail, topic);
    }
}
