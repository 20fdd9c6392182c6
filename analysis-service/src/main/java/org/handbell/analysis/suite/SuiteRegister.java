package org.handbell.analysis.suite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.handbell.analysis.register.Register;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.NameVariants;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.HashedKind;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A register written as one JSON file, as the service would have it from its tables.
final class SuiteRegister {

    private static final Instant AT = Instant.EPOCH;

    private final KeyedHash hash;
    private final Map<String, Registered> accounts = new HashMap<>();
    private final Register register;

    /// @param cases whose `of.pupil` says which handle is a pupil's, as a desk would have it noted
    /// @param on clauses to switch on beside those of the file
    SuiteRegister(JsonNode file, List<JsonNode> cases, List<String> on, KeyedHash hash) {
        this.hash = hash;
        var entries = new ArrayList<RegisterEvent>();
        entries.add(trust(file, on));
        file.path("academies").forEach(node -> entries.add(academy(node)));
        file.path("terms").forEach(node -> entries.add(term(node)));
        file.path("staff").forEach(node -> entries.add(staff(node, false)));
        file.path("governors").forEach(node -> entries.add(staff(node, true)));
        file.path("providers").forEach(node -> entries.add(supplier(node)));
        file.path("photoConsent").forEach(node -> entries.add(consent(node)));
        var handles = handles(cases);
        file.path("pupils").forEach(node -> entries.add(pupil(node, handles)));
        file.path("formerPupils").forEach(node -> entries.add(former(node, handles)));
        file.path("confidentialTerms").forEach(node -> entries.add(secret(node)));
        this.register = Register.of(entries);
        file.path("accounts").forEach(node -> accounts.put(text(node, "id"), account(node)));
    }

    KeyedHash hash() {
        return hash;
    }

    Register register() {
        return register;
    }

    Registered account(String id) {
        return Objects.requireNonNull(accounts.get(id), "no such account in the register");
    }

    private static RegisterEvent trust(JsonNode file, List<String> on) {
        var trust = file.path("trust");
        var switched = new ArrayList<>(list(trust, "switchedOn"));
        switched.addAll(on);
        return new RegisterEvent.Trust(
                text(trust, "id"),
                text(trust, "name"),
                list(trust, "aliases"),
                optional(trust, "localAuthority"),
                list(trust, "marks"),
                list(trust, "emailDomains"),
                list(trust, "partners"),
                switched,
                AT);
    }

    private static RegisterEvent academy(JsonNode node) {
        var hours = node.path("workingHours");
        var breaks = new ArrayList<RegisterEvent.Break>();
        hours.path("breaks")
                .forEach(b ->
                        breaks.add(
                                new RegisterEvent.Break(
                                        LocalTime.parse(b.get(0).asString()),
                                        LocalTime.parse(b.get(1).asString()))));
        return new RegisterEvent.Academy(
                text(node, "id"),
                text(node, "name"),
                list(node, "aliases"),
                list(node, "marks"),
                optional(node, "postcode"),
                list(hours, "days").stream().map(SuiteRegister::day).toList(),
                LocalTime.parse(text(hours, "from")),
                LocalTime.parse(text(hours, "to")),
                breaks,
                AT);
    }

    private static int day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static RegisterEvent term(JsonNode node) {
        return new RegisterEvent.Term(
                text(node, "name"),
                text(node, "name"),
                LocalDate.parse(text(node, "from")),
                LocalDate.parse(text(node, "to")),
                AT);
    }

    private static RegisterEvent staff(JsonNode node, boolean governor) {
        return new RegisterEvent.Staff(
                text(node, "id"),
                text(node, "name"),
                optional(node, "title"),
                text(node, "role"),
                optional(node, "academy"),
                governor,
                AT);
    }

    private static RegisterEvent supplier(JsonNode node) {
        return new RegisterEvent.Supplier(
                text(node, "name"),
                text(node, "name"),
                list(node, "aliases"),
                optional(node, "kind"),
                AT);
    }

    private static RegisterEvent consent(JsonNode node) {
        return new RegisterEvent.PhotoConsent(
                "consent-" + node.hashCode(),
                optional(node, "pupil"),
                optional(node, "event"),
                list(node, "platforms").stream().map(SuiteCase::platform).toList(),
                LocalDate.parse(text(node, "until")),
                AT);
    }

    private RegisterEvent pupil(JsonNode node, Map<String, List<String>> handles) {
        var windows =
                new ArrayList<>(
                        NameVariants.pupil(
                                hash,
                                text(node, "name"),
                                node.path("year").asInt(),
                                optional(node, "form")));
        return hashed(node, HashedKind.PUPIL, windows, handles);
    }

    private RegisterEvent former(JsonNode node, Map<String, List<String>> handles) {
        var windows = new ArrayList<>(NameVariants.person(hash, text(node, "name")));
        return hashed(node, HashedKind.FORMER_PUPIL, windows, handles);
    }

    private RegisterEvent hashed(
            JsonNode node,
            HashedKind kind,
            List<HashedWindow> windows,
            Map<String, List<String>> handles) {
        handles.getOrDefault(text(node, "id"), List.of())
                .forEach(handle -> windows.addAll(NameVariants.handle(hash, handle)));
        return new RegisterEvent.Hashed(
                text(node, "id"),
                kind,
                optional(node, "academy"),
                optional(node, "relativeOf"),
                windows.stream().distinct().toList(),
                AT);
    }

    private RegisterEvent secret(JsonNode node) {
        return new RegisterEvent.Hashed(
                text(node, "term"),
                HashedKind.CONFIDENTIAL_TERM,
                null,
                null,
                NameVariants.term(hash, text(node, "term")),
                AT);
    }

    private static Map<String, List<String>> handles(List<JsonNode> cases) {
        var handles = new HashMap<String, List<String>>();
        for (var asked : cases) {
            var of = asked.path("of");
            var pupil = optional(of, "pupil");
            if (pupil != null) {
                handles.computeIfAbsent(pupil, any -> new ArrayList<>()).add(text(of, "author"));
            }
        }
        return handles;
    }

    private static Registered account(JsonNode node) {
        return new Registered(
                text(node, "id"),
                Platform.valueOf(text(node, "platform").toUpperCase(Locale.ROOT)),
                text(node, "handle"),
                AccountEvent.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
                text(node, "owner"),
                null,
                node.path("spokesperson").asBoolean(),
                node.path("approved").asBoolean(),
                new AccountEvent.Gates(null, null, null, null, null),
                null,
                0,
                AT);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    static @Nullable String optional(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    static List<String> list(JsonNode node, String field) {
        var values = new ArrayList<String>();
        node.path(field).forEach(value -> values.add(value.asString()));
        return values;
    }
}
