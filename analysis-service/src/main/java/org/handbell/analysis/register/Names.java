package org.handbell.analysis.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.analysis.text.PhraseBook;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent.Academy;
import org.handbell.contract.RegisterEvent.Staff;
import org.handbell.contract.RegisterEvent.Supplier;
import org.handbell.contract.RegisterEvent.Trust;

/// All names of the register that arrive in clear, in one automaton: schools, staff, suppliers,
/// marks.
///
/// Families: `school.name`, `school.joined` (inside a handle or hashtag), `staff.full`,
/// `staff.titled`, `staff.first`, `supplier.full`, `supplier.alias`, `mark`, `mark.motto`,
/// `mark.part`, `authority`, `partner`, `school.postcode`.
public final class Names {

    private static final int JOINED_AT_LEAST = 8;
    private static final Set<String> KINDS =
            Set.of(
                    "multi",
                    "academy",
                    "academies",
                    "trust",
                    "mat",
                    "school",
                    "schools",
                    "learning",
                    "education",
                    "partnership",
                    "federation",
                    "college");
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "mx", "prof", "professor");

    private final PhraseBook book;
    private final Set<String> schools;
    private final Set<String> trusts;

    private Names(PhraseBook book, Set<String> schools, Set<String> trusts) {
        this.book = book;
        this.schools = schools;
        this.trusts = trusts;
    }

    static Names of(Register register) {
        var phrases = new ArrayList<PhraseBook.Phrase>();
        register.trusts().forEach(trust -> trust(phrases, trust));
        register.academies().forEach(academy -> academy(phrases, academy));
        register.staff().forEach(staff -> staff(phrases, staff));
        register.suppliers().forEach(supplier -> supplier(phrases, supplier));
        return new Names(
                PhraseBook.of(phrases),
                joined(
                        register.academies()
                                .flatMap(a -> withAliases(a.name(), a.aliases()).stream())),
                joined(
                        register.trusts()
                                .flatMap(t -> withAliases(t.name(), t.aliases()).stream())));
    }

    /// Written as one word, as in a handle; the shortest are nobody's.
    private static Set<String> joined(Stream<String> names) {
        return names.map(name -> String.join("", KeyedHash.tokens(name)))
                .filter(name -> name.length() > 2)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Names and aliases of the schools, each as one word.
    public Set<String> schools() {
        return schools;
    }

    /// Names and aliases of the trust, each as one word.
    public Set<String> trusts() {
        return trusts;
    }

    /// Where these names stand in a field.
    public PhraseBook book() {
        return book;
    }

    private static void trust(List<PhraseBook.Phrase> phrases, Trust trust) {
        var id = trust.entryId();
        school(phrases, id, trust.name());
        trust.aliases().forEach(alias -> school(phrases, id, alias));
        place(trust.name()).ifPresent(place -> school(phrases, id, place));
        marks(phrases, id, trust.marks(), withAliases(trust.name(), trust.aliases()));
        trust.partners().forEach(p -> add(phrases, "partner", id, p));
        var authority = trust.localAuthority();
        if (authority != null) {
            add(phrases, "authority", id, authority);
        }
    }

    private static void academy(List<PhraseBook.Phrase> phrases, Academy academy) {
        var id = academy.entryId();
        school(phrases, id, academy.name());
        academy.aliases().forEach(alias -> school(phrases, id, alias));
        marks(phrases, id, academy.marks(), withAliases(academy.name(), academy.aliases()));
        var postcode = academy.postcode();
        if (postcode != null) {
            add(phrases, "school.postcode", id, postcode);
        }
    }

    /// What is left of a name without the words that say what kind of body it is, where that is
    /// still telling: two words or more.
    private static Optional<String> place(String name) {
        var words = new ArrayList<>(KeyedHash.tokens(name));
        while (!words.isEmpty() && KINDS.contains(words.getLast())) {
            words.removeLast();
        }
        return words.size() > 1 ? Optional.of(String.join(" ", words)) : Optional.empty();
    }

    private static List<String> withAliases(String name, List<String> aliases) {
        var all = new ArrayList<>(aliases);
        all.add(name);
        return all;
    }

    private static void school(List<PhraseBook.Phrase> phrases, String id, String name) {
        var tokens = KeyedHash.tokens(name);
        add(phrases, "school.name", id, name);
        var joined = String.join("", tokens);
        if (joined.length() >= JOINED_AT_LEAST) {
            phrases.add(new PhraseBook.Phrase("school.joined", id, "*" + joined + "*"));
        }
    }

    /// A mark that is no more than a name of the school is a mark only where it is a picture.
    private static void marks(
            List<PhraseBook.Phrase> phrases, String id, List<String> marks, List<String> names) {
        for (var mark : marks) {
            if (names.stream().noneMatch(mark::equalsIgnoreCase)) {
                var emblem = !mottoOrMark(mark).equals("mark.motto");
                add(phrases, emblem ? "mark" : "mark.motto", id, mark);
                if (emblem) {
                    part(phrases, id, KeyedHash.tokens(mark));
                }
            }
        }
    }

    /// The last words of an emblem's name, as one says who need not say whose: `heron badge`.
    private static void part(List<PhraseBook.Phrase> phrases, String id, List<String> mark) {
        if (mark.size() > 2) {
            var last = mark.subList(mark.size() - 2, mark.size());
            phrases.add(new PhraseBook.Phrase("mark.part", id, String.join(" ", last)));
        }
    }

    private static String mottoOrMark(String mark) {
        return mark.matches(".*(?i)(logo|badge|crest|emblem|shield|seal).*")
                ? "mark"
                : "mark.motto";
    }

    private static void staff(List<PhraseBook.Phrase> phrases, Staff staff) {
        var words =
                KeyedHash.tokens(staff.name()).stream().filter(w -> !TITLES.contains(w)).toList();
        if (words.size() < 2) {
            return;
        }
        add(phrases, "staff.full", staff.entryId(), String.join(" ", words));
        var last = words.getLast();
        for (var title : TITLES) {
            add(phrases, "staff.titled", staff.entryId(), title + " " + last);
        }
        add(phrases, "staff.first", staff.entryId(), words.getFirst());
    }

    private static void supplier(List<PhraseBook.Phrase> phrases, Supplier supplier) {
        add(phrases, "supplier.full", supplier.entryId(), supplier.name());
        for (var alias : supplier.aliases()) {
            var id = supplier.entryId();
            add(phrases, "supplier.alias", id, alias);
            add(phrases, "supplier.alias", id, alias.replaceAll("(?i) and ", " "));
            add(phrases, "supplier.alias", id, alias + "s");
        }
    }

    private static void add(
            List<PhraseBook.Phrase> phrases, String family, String entry, String text) {
        var tokens = KeyedHash.tokens(text);
        if (!tokens.isEmpty()) {
            phrases.add(new PhraseBook.Phrase(family, entry, String.join(" ", tokens)));
        }
    }
}
