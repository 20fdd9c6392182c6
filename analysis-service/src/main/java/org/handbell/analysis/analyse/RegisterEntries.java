package org.handbell.analysis.analyse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.NameVariants;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.HashedKind;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The entries of a register file; what the service knows by its hash alone is hashed here.
final class RegisterEntries {

    private static final Instant AT = Instant.EPOCH;

    private final KeyedHash hash;

    RegisterEntries(KeyedHash hash) {
        this.hash = hash;
    }

    List<RegisterEvent> of(Fields file, Switched switched) {
        var entries = new ArrayList<RegisterEvent>();
        entries.add(trust(file.object("trust"), switched));
        add(entries, file, "academies", RegisterEntries::academy);
        add(entries, file, "terms", RegisterEntries::term);
        add(entries, file, "staff", staff -> staff(staff, false));
        add(entries, file, "governors", governor -> staff(governor, true));
        add(entries, file, "providers", RegisterEntries::supplier);
        add(entries, file, "photoConsent", RegisterEntries::consent);
        add(entries, file, "pupils", this::pupil);
        add(entries, file, "formerPupils", this::former);
        add(entries, file, "confidentialTerms", this::secret);
        return entries;
    }

    private static void add(
            List<RegisterEvent> entries,
            Fields file,
            String section,
            Function<Fields, RegisterEvent> entry) {
        file.objects(section).forEach(fields -> entries.add(entry.apply(fields)));
    }

    private static RegisterEvent trust(Fields trust, Switched switched) {
        return new RegisterEvent.Trust(
                trust.text("id"),
                trust.text("name"),
                trust.texts("aliases"),
                trust.optional("localAuthority"),
                trust.texts("marks"),
                trust.texts("emailDomains"),
                trust.texts("partners"),
                switched.over(trust.texts("switchedOn")),
                AT);
    }

    private static RegisterEvent academy(Fields academy) {
        var hours = academy.object("workingHours");
        return new RegisterEvent.Academy(
                academy.text("id"),
                academy.text("name"),
                academy.texts("aliases"),
                academy.texts("marks"),
                academy.optional("postcode"),
                hours.texts("days").stream().map(name -> day(hours, name)).toList(),
                hours.has("from") ? time(hours, "from") : null,
                hours.has("to") ? time(hours, "to") : null,
                breaks(hours),
                AT);
    }

    private static List<RegisterEvent.Break> breaks(Fields hours) {
        var breaks = new ArrayList<RegisterEvent.Break>();
        for (JsonNode pair : hours.node().path("breaks")) {
            if (!pair.isArray() || pair.size() != 2) {
                throw hours.bad("breaks", "holds something that is no pair of times");
            }
            var from = time(hours, "breaks", pair.get(0).asString(""));
            breaks.add(
                    new RegisterEvent.Break(from, time(hours, "breaks", pair.get(1).asString(""))));
        }
        return breaks;
    }

    private static int day(Fields hours, String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name.length() >= 3)
                .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> hours.bad("days", "holds something that is no day: MON, TUE"))
                .getValue();
    }

    private static LocalTime time(Fields fields, String field) {
        return time(fields, field, fields.text(field));
    }

    private static LocalTime time(Fields fields, String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw fields.bad(field, "is no time such as 08:30");
        }
    }

    private static LocalDate date(Fields fields, String field) {
        try {
            return LocalDate.parse(fields.text(field));
        } catch (DateTimeException e) {
            throw fields.bad(field, "is no date such as 2026-09-01");
        }
    }

    private static RegisterEvent term(Fields term) {
        return new RegisterEvent.Term(
                term.text("name"), term.text("name"), date(term, "from"), date(term, "to"), AT);
    }

    private static RegisterEvent staff(Fields staff, boolean governor) {
        return new RegisterEvent.Staff(
                staff.text("id"),
                staff.text("name"),
                staff.optional("title"),
                staff.text("role"),
                staff.optional("academy"),
                governor,
                AT);
    }

    private static RegisterEvent supplier(Fields supplier) {
        return new RegisterEvent.Supplier(
                supplier.text("name"),
                supplier.text("name"),
                supplier.texts("aliases"),
                supplier.optional("kind"),
                AT);
    }

    private static RegisterEvent consent(Fields consent) {
        return new RegisterEvent.PhotoConsent(
                consent.path(),
                consent.optional("pupil"),
                consent.optional("event"),
                consent.several(Platform.class, "platforms"),
                date(consent, "until"),
                AT);
    }

    private RegisterEvent pupil(Fields pupil) {
        var windows =
                NameVariants.pupil(
                        hash, pupil.text("name"), pupil.number("year"), pupil.optional("form"));
        return hashed(pupil, HashedKind.PUPIL, windows);
    }

    private RegisterEvent former(Fields former) {
        var windows = NameVariants.person(hash, former.text("name"));
        return hashed(former, HashedKind.FORMER_PUPIL, windows);
    }

    private static RegisterEvent hashed(
            Fields person, HashedKind kind, List<HashedWindow> windows) {
        @Nullable String relativeOf = person.optional("relativeOf");
        return new RegisterEvent.Hashed(
                person.text("id"),
                kind,
                person.optional("academy"),
                relativeOf,
                windows.stream().distinct().toList(),
                AT);
    }

    private RegisterEvent secret(Fields secret) {
        return new RegisterEvent.Hashed(
                secret.text("term"),
                HashedKind.CONFIDENTIAL_TERM,
                null,
                null,
                NameVariants.term(hash, secret.text("term")),
                AT);
    }
}
