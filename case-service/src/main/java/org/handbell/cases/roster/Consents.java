package org.handbell.cases.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.handbell.cases.forms.Days;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent.PhotoConsent;
import org.springframework.stereotype.Component;

/// Permissions of parents for pictures.
@Component
class Consents implements Shelf {

    private static final int MOST = 200;

    private final Register register;
    private final Clock clock;

    Consents(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "consents";
    }

    @Override
    public String title() {
        return "Photo consents";
    }

    @Override
    public String about() {
        return "What parents have allowed: pictures of one pupil, or of all at an event, on the"
                + " platforms that they named and until a day. A consent that is over goes by"
                + " itself. Take one away as soon as parents withdraw it.";
    }

    @Override
    public List<Field> fields(SignedIn by) {
        return List.of(
                Field.text("pupil", "For which pupil", "The pupil’s number in your register"),
                Field.text("event", "Or for which event", "For example, Summer fair 2027"),
                new Field("platforms", "On which platforms", "", Type.TICKS, Shown.platforms()),
                Field.day("until", "Last day"));
    }

    @Override
    public List<Item> items(SignedIn by) {
        return register.all(PhotoConsent.class).stream()
                .sorted(Comparator.comparing(PhotoConsent::until))
                .map(consent ->
                        new Item(
                                consent.entryId(),
                                consent.event() == null
                                        ? "Pupil number " + consent.pupilId()
                                        : String.valueOf(consent.event()),
                                consent.platforms().stream()
                                                .map(Shown::words)
                                                .collect(Collectors.joining(", "))
                                        + ". Until "
                                        + Days.words(consent.until())
                                        + ".",
                                consent.until().isBefore(Shown.today(clock))))
                .toList();
    }

    @Override
    public String keep(SignedIn by, Entered form) {
        var pupil = form.optional("pupil", 64);
        var event = form.optional("event", MOST);
        if ((pupil == null) == (event == null)) {
            form.wrong("pupil", "Enter either a pupil or an event.");
        } else if (pupil != null
                && register.hidden(pupil).filter(Pupil.class::isInstance).isEmpty()) {
            form.wrong("pupil", "There is no pupil with this number.");
        }
        var platforms =
                Arrays.stream(Platform.values())
                        .filter(platform -> form.has("platforms", platform.name()))
                        .toList();
        if (platforms.isEmpty()) {
            form.wrong("platforms", "Choose at least one platform.");
        }
        var until = form.day("until", "Enter the last day.");
        if (until != null && until.isBefore(Shown.today(clock))) {
            form.wrong("until", "This day is over.");
        }
        if (!form.sound() || until == null) {
            return "";
        }
        var about = pupil == null ? "event " + event : "pupil " + pupil;
        var id = "consent-" + Ids.derive("consent", about + " null");
        register.put(
                new Clear(new PhotoConsent(id, pupil, event, platforms, until, Instant.EPOCH)));
        return id;
    }

    @Override
    public boolean end(SignedIn by, String id) {
        return register.all(PhotoConsent.class).stream().anyMatch(c -> c.entryId().equals(id))
                && register.remove(id);
    }
}
