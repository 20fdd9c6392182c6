package org.handbell.cases.register;

import java.util.Optional;
import org.handbell.cases.forms.Form;
import org.handbell.cases.people.Person;
import org.handbell.cases.register.Entry.Approval;
import org.handbell.cases.register.Entry.Imported;
import org.handbell.cases.register.Entry.Origin;
import org.handbell.cases.register.Entry.Owners;
import org.handbell.cases.register.Entry.Site;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.History.What;
import org.handbell.cases.register.Purposes.Purpose;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An employee asks for approval of a site for work, or registers an account of their own.
@Component
class RequestAccount {

    private final Entries entries;
    private final Purposes purposes;
    private final Colleagues colleagues;
    private final Chronicle chronicle;
    private final OneRequest turn;

    RequestAccount(
            Entries entries,
            Purposes purposes,
            Colleagues colleagues,
            Chronicle chronicle,
            OneRequest turn) {
        this.entries = entries;
        this.purposes = purposes;
        this.colleagues = colleagues;
        this.chronicle = chronicle;
        this.turn = turn;
    }

    /// @return [Outcome.Done] with the new account, or [Outcome.Wrong]
    @Transactional
    public Outcome from(SignedIn by, Form form) {
        var kind = form.choice(Kind.class, "kind", "Choose what the account is for.");
        var platform = form.choice(Platform.class, "platform", "Choose where the account is.");
        var address = address(form, platform);
        var purpose = purpose(form, kind);
        var second = second(by, form, kind);
        if (platform == null || kind == null || !form.fine()) {
            return new Outcome.Wrong();
        }
        turn.take();
        if (!entries.at(platform, address).isEmpty()) {
            form.wrong("address", "This account is on the register already, or asked for.");
            return new Outcome.Wrong();
        }
        return asked(by, new Site(platform, address, kind, by.academyId()), second, purpose);
    }

    /// The id follows from the address, so that an account that comes back has its history.
    private Outcome asked(SignedIn by, Site site, @Nullable String second, Purpose purpose) {
        var accountId = Ids.derive("account", site.platform().name(), Address.key(site.address()));
        var before = entries.locked(accountId);
        entries.save(
                new Entry(
                        accountId,
                        Origin.DESK,
                        State.REQUESTED,
                        site,
                        new Owners(by.personId(), second, false),
                        Approval.NONE,
                        Imported.NOTHING,
                        null,
                        before.map(Entry::version).orElse(0L) + 1));
        purposes.save(accountId, purpose);
        chronicle.note(accountId, by.personId(), What.REQUESTED, "", "");
        return new Outcome.Done(accountId);
    }

    private static String address(Form form, @Nullable Platform platform) {
        var address = form.text("address", Address.MOST, "Enter its address.");
        if (platform != null && !address.isEmpty() && !Address.fits(platform, address)) {
            form.wrong(
                    "address",
                    "That is no address there. Enter " + Address.example(platform) + ".");
        }
        return address;
    }

    /// Of one's own account nobody needs to know why one has it; while it is not said what it is,
    /// nothing more is asked.
    private static Purpose purpose(Form form, @Nullable Kind kind) {
        var most = DecideAccount.MOST_WORDS;
        if (kind == null || kind == Kind.PERSONAL) {
            return new Purpose(
                    form.optional("why", most),
                    form.optional("audience", most),
                    "",
                    form.value("pupils").equals("YES"));
        }
        var why = form.text("why", most, "Say what the account is for.");
        var audience = form.text("audience", most, "Say who may join or follow it.");
        var pupils = form.choice(YesNo.class, "pupils", "Say whether pupils will be in pictures.");
        return new Purpose(why, audience, "", pupils == YesNo.YES);
    }

    private @Nullable String second(SignedIn by, Form form, @Nullable Kind kind) {
        var chosen = form.value("second");
        if (chosen.isEmpty()) {
            if (kind == Kind.GROUP || kind == Kind.OFFICIAL) {
                form.wrong("second", "Choose a second person who looks after it.");
            }
            return null;
        }
        Optional<Person> person =
                chosen.equals(by.personId())
                        ? Optional.empty()
                        : colleagues.chosen(chosen, by.academyId());
        if (person.isEmpty()) {
            form.wrong("second", "Choose a colleague from the list, not yourself.");
        }
        return person.map(Person::personId).orElse(null);
    }

    private enum YesNo {
        YES,
        NO
    }
}
