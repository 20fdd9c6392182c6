package org.handbell.cases.trust;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.trust.KnownIds.Kind;
import org.handbell.contract.Ids;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.Break;
import org.jspecify.annotations.Nullable;

/// Reads the lines of the register from a file. What has no id of its own gets one derived from
/// what it says, so that the same file gives the same ids.
final class EntryParts {

    private static final Instant UNSET = Instant.EPOCH;

    private final KnownIds ids;
    private final UnaryOperator<String> idOfTerm;

    /// @param idOfTerm an id for a confidential term that does not tell the term
    EntryParts(KnownIds ids, UnaryOperator<String> idOfTerm) {
        this.ids = ids;
        this.idOfTerm = idOfTerm;
    }

    List<RegisterEntry> of(Part file) {
        var entries = new ArrayList<RegisterEntry>();
        var trust = file.at("trust");
        trust.made(() -> trust(trust)).ifPresent(entries::add);
        all(file, "academies", this::academy, entries);
        all(file, "terms", this::term, entries);
        all(file, "staff", part -> staff(part, false), entries);
        all(file, "governors", part -> staff(part, true), entries);
        all(file, "providers", this::supplier, entries);
        all(file, "pupils", this::pupil, entries);
        all(file, "formerPupils", this::former, entries);
        all(file, "confidentialTerms", this::confidential, entries);
        all(file, "photoConsent", this::consent, entries);
        all(file, "permissions", this::permission, entries);
        return List.copyOf(entries);
    }

    private static void all(
            Part file,
            String list,
            Function<Part, RegisterEntry> read,
            List<RegisterEntry> entries) {
        for (var part : file.each(list)) {
            part.made(() -> read.apply(part)).ifPresent(entries::add);
        }
    }

    private RegisterEntry trust(Part part) {
        return new Clear(
                new RegisterEvent.Trust(
                        part.text("id"),
                        part.text("name"),
                        part.texts("aliases"),
                        part.optional("localAuthority"),
                        part.texts("marks"),
                        part.texts("emailDomains"),
                        part.texts("partners"),
                        part.texts("switchedOn"),
                        UNSET));
    }

    private RegisterEntry academy(Part part) {
        ids.reference(part, "head", Kind.STAFF);
        ids.reference(part, "dsl", Kind.STAFF);
        var hours = part.at("workingHours");
        return new Clear(
                new RegisterEvent.Academy(
                        part.text("id"),
                        part.text("name"),
                        part.texts("aliases"),
                        part.texts("marks"),
                        part.optional("postcode"),
                        hours.each("days").stream().map(EntryParts::day).toList(),
                        hours.time("from"),
                        hours.time("to"),
                        hours.each("breaks").stream().map(EntryParts::pause).toList(),
                        UNSET));
    }

    private RegisterEntry term(Part part) {
        var from = part.date("from");
        var to = part.date("to");
        if (from == null || to == null || to.isBefore(from)) {
            throw new IllegalArgumentException("needs a day `from` and a day `to` not before it");
        }
        return new Clear(
                new RegisterEvent.Term(
                        derived(part, "term", part.text("name") + from),
                        part.text("name"),
                        from,
                        to,
                        UNSET));
    }

    private RegisterEntry staff(Part part, boolean governor) {
        return new Clear(
                new RegisterEvent.Staff(
                        part.text("id"),
                        part.text("name"),
                        part.optional("title"),
                        part.text("role"),
                        ids.reference(part, "academy", Kind.ACADEMY),
                        governor,
                        UNSET));
    }

    private RegisterEntry supplier(Part part) {
        return new Clear(
                new RegisterEvent.Supplier(
                        derived(part, "supplier", part.text("name")),
                        part.text("name"),
                        part.texts("aliases"),
                        part.optional("kind"),
                        UNSET));
    }

    private RegisterEntry pupil(Part part) {
        return new RegisterEntry.Pupil(
                part.text("id"),
                personName(part),
                part.number("year", -1, 0, 13),
                part.optional("form"),
                ids.reference(part, "academy", Kind.ACADEMY),
                ids.reference(part, "relativeOf", Kind.STAFF, Kind.GOVERNOR));
    }

    private RegisterEntry former(Part part) {
        return new RegisterEntry.Former(
                part.text("id"), personName(part), ids.reference(part, "academy", Kind.ACADEMY));
    }

    private RegisterEntry confidential(Part part) {
        var term = part.text("term");
        if (KeyedHash.tokens(term).isEmpty()) {
            throw new IllegalArgumentException("needs a term with a letter or digit");
        }
        return new RegisterEntry.Confidential(ownOr(part, idOfTerm.apply(term)), term);
    }

    private RegisterEntry consent(Part part) {
        var pupil = ids.reference(part, "pupil", Kind.PUPIL);
        var event = part.optional("event");
        if ((pupil == null) == (event == null)) {
            throw new IllegalArgumentException("needs either a pupil or an event");
        }
        var until = part.date("until");
        if (until == null) {
            throw new IllegalArgumentException("needs a day `until`");
        }
        var about = pupil == null ? "event " + event : "pupil " + pupil;
        return new Clear(
                new RegisterEvent.PhotoConsent(
                        derived(part, "consent", about + " " + part.optional("scope")),
                        pupil,
                        event,
                        part.each("platforms").stream().map(EntryParts::platform).toList(),
                        until,
                        UNSET));
    }

    private RegisterEntry permission(Part part) {
        var staff = ids.reference(part, "staff", Kind.STAFF, Kind.GOVERNOR);
        var pupil = ids.reference(part, "pupil", Kind.PUPIL);
        var until = part.date("until");
        if (staff == null || until == null) {
            throw new IllegalArgumentException("needs `staff` and a day `until`");
        }
        var clause = part.text("clause");
        return new Clear(
                new RegisterEvent.Permission(
                        derived(part, "permission", clause + " " + staff + " " + pupil),
                        clause,
                        staff,
                        pupil,
                        until,
                        UNSET));
    }

    private String derived(Part part, String kind, String about) {
        return ownOr(part, kind + "-" + Ids.derive(kind, about));
    }

    private String ownOr(Part part, String derived) {
        var id = part.at("id").missing() ? derived : part.id("id");
        ids.add(part, id, Kind.OTHER);
        return id;
    }

    private static String personName(Part part) {
        var name = part.text("name");
        var words = List.of(name.split("\\s+"));
        if (KeyedHash.tokens(words.getFirst()).isEmpty()
                || KeyedHash.tokens(words.getLast()).isEmpty()) {
            part.at("name").wrong("needs letters in its first and its last word");
        }
        return name;
    }

    static Platform platform(Part part) {
        var word = part.text();
        return platform(word)
                .orElseGet(() -> {
                    part.wrong(Part.shown(word) + " is no platform");
                    return Platform.BLOG;
                });
    }

    private static Optional<Platform> platform(String word) {
        return Optional.of(word.toUpperCase(Locale.ROOT).replace('-', '_'))
                .filter(name ->
                        List.of(Platform.values()).stream().anyMatch(p -> p.name().equals(name)))
                .map(Platform::valueOf);
    }

    private static Integer day(Part part) {
        var word = part.text();
        for (var day : DayOfWeek.values()) {
            if (word.length() >= 3 && day.name().startsWith(word.toUpperCase(Locale.ROOT))) {
                return day.getValue();
            }
        }
        part.wrong(Part.shown(word) + " is no day of the week such as MON");
        return 1;
    }

    private static Break pause(Part part) {
        var times = part.times();
        if (times.size() != 2 || !isBefore(times.getFirst(), times.getLast())) {
            throw new IllegalArgumentException(part.path() + " needs two times, the earlier first");
        }
        return new Break(times.getFirst(), times.getLast());
    }

    private static boolean isBefore(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from != null && to != null && from.isBefore(to);
    }
}
