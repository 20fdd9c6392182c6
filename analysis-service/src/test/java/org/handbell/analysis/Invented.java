package org.handbell.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Gates;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Ids;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.NameVariants;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.RegisterEvent.HashedKind;
import org.jspecify.annotations.Nullable;

/// An invented trust: Bramblewick Learning Trust with its Copperfold schools.
public final class Invented {

    public static final byte[] KEY = "a key for tests: 32 bytes or more".getBytes(UTF_8);
    public static final KeyedHash HASH = new KeyedHash(KEY);
    public static final Instant AT = Instant.parse("2026-09-01T06:00:00Z");

    /// Lately, or the broker's retention would take the record away under a test.
    public static final Instant CAPTURED = Instant.now();

    private Invented() {}

    public static Path keyFile() {
        try {
            return Files.write(Files.createTempFile("hash", ".key"), KEY);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file", e);
        }
    }

    public static List<RegisterEvent> register() {
        return register(List.of());
    }

    public static List<RegisterEvent> register(List<String> switchedOn) {
        return List.of(
                new RegisterEvent.Trust(
                        "trust",
                        "Bramblewick Learning Trust",
                        List.of("Bramblewick Trust", "BLT Schools"),
                        "Fellshire County Council",
                        List.of("Climb. Care. Create.", "Bramblewick ladder logo"),
                        List.of("bramblewick.example"),
                        List.of("Fellshire Music Hub"),
                        switchedOn,
                        AT),
                new RegisterEvent.Academy(
                        "ch",
                        "Copperfold High School",
                        List.of("Copperfold High", "Copperfold", "CHS"),
                        List.of("Copperfold High heron badge"),
                        "FL3 6TZ",
                        List.of(1, 2, 3, 4, 5),
                        LocalTime.of(8, 30),
                        LocalTime.of(15, 30),
                        List.of(new RegisterEvent.Break(LocalTime.of(12, 0), LocalTime.of(13, 0))),
                        AT),
                new RegisterEvent.Academy(
                        "tp",
                        "Tansy Bank Primary School",
                        List.of("Tansy Bank", "Tansy Bank Primary"),
                        List.of("Tansy Bank beehive crest"),
                        "FL1 2AB",
                        List.of(1, 2, 3, 4, 5),
                        LocalTime.of(8, 45),
                        LocalTime.of(15, 15),
                        List.of(),
                        AT),
                new RegisterEvent.Term(
                        "autumn",
                        "Autumn",
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 12, 18),
                        AT),
                staff("head", "Rosalind Achterberg", "head", false),
                staff("teacher", "Callum Winslade", "teacher", false),
                staff("office", "Deepa Venkatesan", "support", false),
                staff("governor", "Harold Tunstead", "governor", true),
                new RegisterEvent.Supplier(
                        "s1", "Gorsebridge Catering", List.of("Gorsebridge"), "catering", AT),
                new RegisterEvent.Supplier(
                        "s2", "PlanPigeon", List.of("Plan Pigeon"), "timetable software", AT),
                new RegisterEvent.Supplier(
                        "s3", "Westlow Coaches", List.of("Westlow"), "transport", AT),
                pupil("p1", "Tobias Wrenfield", 8, "8K", null),
                pupil("p2", "Aoibheann O'Rourke-Daly", 9, "9T", null),
                pupil("p3", "Rose Marsh", 7, "7C", null),
                pupil("p4", "Zuzanna Kowal", 10, "10W", null),
                pupil("p5", "Milo Winslade", 7, "7C", "teacher"),
                pupil("p6", "Ned Larch", 3, "Juniper", null),
                pupil("p7", "Hamza Siddiq", 11, "11H", null),
                new RegisterEvent.Hashed(
                        "f1",
                        HashedKind.FORMER_PUPIL,
                        "ch",
                        null,
                        NameVariants.person(HASH, "Corinne Ablett"),
                        AT),
                secret("t1", "Project Kestrel"),
                secret("t2", "the Maddox review"),
                new RegisterEvent.PhotoConsent(
                        "c1", "p7", null, List.of(Platform.X), LocalDate.of(2027, 7, 21), AT),
                new RegisterEvent.PhotoConsent(
                        "c2",
                        null,
                        "Copperfold Harvest Concert 2026",
                        List.of(Platform.FACEBOOK),
                        LocalDate.of(2026, 12, 31),
                        AT),
                new RegisterEvent.Permission(
                        "e1", "C2", "office", null, LocalDate.of(2026, 12, 31), AT));
    }

    private static RegisterEvent staff(String id, String name, String role, boolean governor) {
        return new RegisterEvent.Staff(id, name, "Mx", role, "ch", governor, AT);
    }

    private static RegisterEvent pupil(
            String id, String name, int year, String form, @Nullable String relativeOf) {
        var windows = new java.util.ArrayList<>(NameVariants.pupil(HASH, name, year, form));
        windows.addAll(NameVariants.handle(HASH, handle(name)));
        return new RegisterEvent.Hashed(id, HashedKind.PUPIL, "ch", relativeOf, windows, AT);
    }

    private static String handle(String name) {
        return name.substring(0, 3) + "_" + name.substring(name.length() - 4) + "07";
    }

    private static RegisterEvent secret(String id, String term) {
        return new RegisterEvent.Hashed(
                id, HashedKind.CONFIDENTIAL_TERM, null, null, NameVariants.term(HASH, term), AT);
    }

    public static List<Registered> accounts() {
        return List.of(
                account(
                        "personal",
                        "teacher",
                        Kind.PERSONAL,
                        false,
                        true,
                        "@winslade@social.example"),
                account("office", "office", Kind.PERSONAL, false, true, "deepa.example"),
                account("official", "head", Kind.OFFICIAL, true, true, "@copperfoldhigh"),
                account("group", "teacher", Kind.GROUP, false, true, "Fellshire Staff Singers"),
                account("unapproved", "teacher", Kind.GROUP, false, false, "@copperfold_year8"),
                account("governor", "governor", Kind.PERSONAL, false, true, "@htunstead"));
    }

    public static Registered account(
            String id,
            String holder,
            Kind kind,
            boolean spokesperson,
            boolean approved,
            String address) {
        return new Registered(
                id,
                Platform.MASTODON,
                address,
                kind,
                holder,
                "ch",
                spokesperson,
                approved,
                new Gates("d", "n", "c", "a", "p"),
                LocalDate.of(2026, 9, 1),
                1,
                AT);
    }

    public static AccountEvent closed(String id) {
        return new AccountEvent.Closed(id, AT);
    }

    /// A post in the evening of a school day.
    public static Post post(String account, String id, String text) {
        return post(account, id, text, Instant.parse("2026-11-05T19:30:00Z"));
    }

    public static Post post(String account, String id, String text, Instant at) {
        return new Post(
                "https://social.example/" + id,
                Ids.observation(id, text),
                account,
                Platform.MASTODON,
                Action.POST,
                null,
                null,
                at,
                null,
                null,
                CAPTURED,
                text,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                Ids.derive("content", text),
                null,
                List.of(),
                new Coverage("test", Coverage.Proof.STUB, Map.of(), List.of(), null, "none", null),
                false);
    }
}
