package org.handbell.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handbell.contract.AccountEvent.Gates;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.NameVariants;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.HashedKind;

/// A trust of any size: schools, staff, suppliers, pupils, former pupils, terms that are
/// confidential, consents and exceptions.
final class InventedTrust {

    static final KeyedHash HASH =
            new KeyedHash("a key for figures: 32 bytes long".getBytes(StandardCharsets.UTF_8));

    private static final Instant AT = Instant.parse("2026-09-01T06:00:00Z");
    private static final int SCHOOLS = 6;
    private static final int STAFF = 240;
    private static final int SUPPLIERS = 40;
    private static final int SECRETS = 20;

    private final Random chance;
    private final InventedNames names;
    private final List<RegisterEvent> entries = new ArrayList<>();
    private final List<Registered> accounts = new ArrayList<>();
    private final List<String> pupils;

    /// @param pupils how many; one in ten of them has left
    InventedTrust(int pupils, long seed) {
        this.chance = new Random(seed);
        this.names = new InventedNames(chance);
        trust();
        for (var i = 0; i < SCHOOLS; i++) {
            school(i);
        }
        people();
        matters();
        this.pupils = names.people(pupils);
        for (var i = 0; i < pupils; i++) {
            entries.add(pupil(i, this.pupils.get(i)));
        }
    }

    List<RegisterEvent> entries() {
        return entries;
    }

    List<Registered> accounts() {
        return accounts;
    }

    List<String> pupils() {
        return pupils;
    }

    private void trust() {
        entries.add(
                new RegisterEvent.Trust(
                        "trust",
                        "Harrowmere Learning Trust",
                        List.of("Harrowmere Trust"),
                        "Lowfell County Council",
                        List.of("Harrowmere oak logo", "Onward. Together. Always."),
                        List.of("harrowmere.example"),
                        List.of("Lowfell Music Hub"),
                        List.of("E6"),
                        AT));
        entries.add(
                new RegisterEvent.Term(
                        "autumn",
                        "Autumn",
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 12, 18),
                        AT));
    }

    private void school(int number) {
        var name = names.place();
        entries.add(
                new RegisterEvent.Academy(
                        "school-" + number,
                        name + " School",
                        List.of(name + " Academy", name),
                        List.of(name + " School crest"),
                        "LF" + (number + 1) + " 4QT",
                        List.of(1, 2, 3, 4, 5),
                        LocalTime.of(8, 30),
                        LocalTime.of(15, 30),
                        List.of(new RegisterEvent.Break(LocalTime.of(12, 0), LocalTime.of(13, 0))),
                        AT));
    }

    private void people() {
        var staff = names.people(STAFF);
        for (var i = 0; i < STAFF; i++) {
            var id = "staff-" + i;
            var school = "school-" + i % SCHOOLS;
            entries.add(
                    new RegisterEvent.Staff(
                            id, staff.get(i), "Mx", "teacher", school, i % 20 == 0, AT));
            accounts.add(account(id, i));
        }
    }

    private static Registered account(String holder, int number) {
        var kind = number % 25 == 1 ? Kind.OFFICIAL : number % 9 == 2 ? Kind.GROUP : Kind.PERSONAL;
        return new Registered(
                "account-" + number,
                Platform.values()[number % Platform.values().length],
                "@" + holder + "@social.example",
                kind,
                holder,
                "school-" + number % SCHOOLS,
                kind == Kind.OFFICIAL,
                number % 50 != 3,
                new Gates("d", "n", "c", "a", "p"),
                LocalDate.of(2026, 9, 1),
                1,
                AT);
    }

    private void matters() {
        for (var i = 0; i < SUPPLIERS; i++) {
            var name = names.place();
            entries.add(
                    new RegisterEvent.Supplier(
                            "firm-" + i, name + " Catering", List.of(name), "catering", AT));
        }
        for (var i = 0; i < SECRETS; i++) {
            var term = NameVariants.term(HASH, "the " + names.place() + " review of staffing");
            entries.add(
                    new RegisterEvent.Hashed(
                            "term-" + i, HashedKind.CONFIDENTIAL_TERM, null, null, term, AT));
        }
        entries.add(
                new RegisterEvent.PhotoConsent(
                        "consent",
                        "pupil-1",
                        null,
                        List.of(Platform.FACEBOOK),
                        LocalDate.of(2027, 7, 21),
                        AT));
        entries.add(
                new RegisterEvent.Permission(
                        "permission", "C2", "staff-7", null, LocalDate.of(2027, 7, 21), AT));
    }

    private RegisterEvent pupil(int number, String name) {
        var former = number % 10 == 9;
        var windows =
                former
                        ? NameVariants.person(HASH, name)
                        : NameVariants.pupil(HASH, name, year(number), form(number));
        return new RegisterEvent.Hashed(
                "pupil-" + number,
                former ? HashedKind.FORMER_PUPIL : HashedKind.PUPIL,
                "school-" + number % SCHOOLS,
                number % 97 == 0 ? "staff-" + number % STAFF : null,
                windows,
                AT);
    }

    static int year(int number) {
        return 7 + number % 5;
    }

    static String form(int number) {
        return year(number) + String.valueOf((char) ('A' + number / 5 % 8));
    }
}
