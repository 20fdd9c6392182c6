package org.handbell.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.HashedWindow;
import org.jspecify.annotations.Nullable;

/// The ways in which people write a pupil's name or a confidential term, as keyed hashes. Who keeps
/// the list in clear (case) makes them; who reads posts (analysis) only compares.
///
/// A full name alone tells a pupil; so does a handle. A first name, a surname or initials tell one
/// beside the class or year of the same entry. A `FIRST_NAME` of two tokens is the first name with
/// the initial of the surname.
public final class NameVariants {

    /// Longest window, in tokens.
    public static final int MAX_TOKENS = 8;

    /// Fewest letters of a joined writing that tells somebody by itself.
    private static final int LONG = 7;

    private static final Map<String, Set<String>> SHORT_FORMS = shortForms();
    private static final Pattern CLASS = Pattern.compile("(\\d{1,2})\\s*([\\p{L}]{1,4}\\d?)");
    private static final List<String> NUMBERS =
            List.of(
                    "reception",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen");

    private NameVariants() {}

    /// All writings of a pupil: names, short forms, initials, class and year.
    ///
    /// @param name given names first, surname last; a hyphen joins parts of one name
    /// @param year school year, 0 for Reception
    /// @param form the class: `9B`, `Hazel`; null where there is none
    public static List<HashedWindow> pupil(
            KeyedHash hash, String name, int year, @Nullable String form) {
        var windows = new Windows(hash);
        name(windows, name);
        if (form != null) {
            classes(windows, form);
        }
        years(windows, year);
        return windows.made();
    }

    /// The writings of a person without a class: a former pupil, a relative.
    public static List<HashedWindow> person(KeyedHash hash, String name) {
        var windows = new Windows(hash);
        name(windows, name);
        return windows.made();
    }

    /// The writings of a known handle of a pupil on a platform: it tells the pupil as the full name
    /// does.
    public static List<HashedWindow> handle(KeyedHash hash, String handle) {
        var windows = new Windows(hash);
        var tokens = KeyedHash.tokens(handle);
        windows.add(Form.FULL_NAME, tokens);
        windows.add(Form.FULL_NAME, joined(tokens));
        return windows.made();
    }

    /// All writings of a confidential term: with and without its article, joined as in a hashtag,
    /// with usual abbreviations.
    public static List<HashedWindow> term(KeyedHash hash, String term) {
        var windows = new Windows(hash);
        var tokens = KeyedHash.tokens(term);
        var bare = bare(tokens);
        windows.add(Form.TERM, tokens);
        windows.add(Form.TERM, bare);
        if (bare.size() > 1) {
            windows.add(Form.TERM, joined(bare));
            windows.add(Form.TERM, abbreviated(bare));
        }
        return windows.made();
    }

    private static void name(Windows windows, String name) {
        var parts = Parts.of(name);
        for (var first : parts.firstNames()) {
            windows.add(Form.FIRST_NAME, first);
            for (var last : parts.surnames()) {
                both(windows, first, last);
            }
        }
        parts.surnames().forEach(last -> windows.add(Form.SURNAME, last));
        initials(windows, parts);
    }

    private static void both(Windows windows, List<String> first, List<String> last) {
        var full = concat(first, last);
        windows.add(Form.FULL_NAME, full);
        windows.add(Form.FULL_NAME, joined(full));
        windows.add(Form.FULL_NAME, concat(last, first));
        windows.add(Form.FIRST_NAME, concat(first, List.of(initial(last))));
        clipped(windows, String.join("", first), String.join("", last));
    }

    /// As handles are made: the first name with the start of the surname, the initial with the
    /// whole of it; only where the result is long enough to be nobody else's word.
    private static void clipped(Windows windows, String first, String last) {
        for (var length : List.of(3, 4, 5)) {
            if (last.length() > length && first.length() + length >= LONG) {
                windows.add(Form.FULL_NAME, List.of(first + last.substring(0, length)));
            }
        }
        if (last.length() + 1 >= LONG) {
            windows.add(Form.FULL_NAME, List.of(first.charAt(0) + last));
        }
    }

    private static void initials(Windows windows, Parts parts) {
        var first = initial(parts.first());
        var last = initial(parts.last());
        windows.add(Form.FULL_NAME, concat(List.of(first), parts.last()));
        windows.add(Form.INITIALS, List.of(first, last));
        windows.add(Form.INITIALS, List.of(first + last));
        if (parts.first().size() > 1) {
            var all = parts.first().stream().map(part -> part.substring(0, 1)).toList();
            windows.add(Form.INITIALS, concat(all, List.of(last)));
            windows.add(Form.INITIALS, joined(concat(all, List.of(last))));
        }
    }

    private static void classes(Windows windows, String form) {
        var canonical = KeyedHash.canonical(form).strip();
        var tokens = KeyedHash.tokens(form);
        windows.add(Form.CLASS, tokens);
        var numbered = CLASS.matcher(canonical);
        if (numbered.matches()) {
            var number = numbered.group(1);
            var letter = numbered.group(2);
            windows.add(Form.CLASS, List.of(number, letter));
            windows.add(Form.CLASS, List.of(number + letter));
            windows.add(Form.CLASS, List.of("year", number + letter));
            windows.add(Form.CLASS, List.of(number + letter + "s"));
        } else {
            windows.add(Form.CLASS, concat(tokens, List.of("class")));
            windows.add(Form.CLASS, joined(concat(tokens, List.of("class"))));
        }
    }

    private static void years(Windows windows, int year) {
        if (year < 0 || year >= NUMBERS.size()) {
            return;
        }
        windows.add(Form.YEAR, year == 0 ? List.of("reception") : List.of("year", number(year)));
        windows.add(Form.YEAR, List.of("year", number(year) + "s"));
        var digits = year == 0 ? "r" : Integer.toString(year);
        for (var word : List.of("year", "yr", "y")) {
            for (var plural : List.of("", "s")) {
                windows.add(Form.YEAR, List.of(word, digits + plural));
                windows.add(Form.YEAR, List.of(word + digits + plural));
            }
        }
        if (year >= 12) {
            var place = year == 12 ? "lower" : "upper";
            windows.add(Form.YEAR, List.of(place, "sixth"));
            windows.add(Form.YEAR, List.of("sixth", "form"));
        }
    }

    private static String number(int year) {
        return NUMBERS.get(year);
    }

    private static List<String> bare(List<String> tokens) {
        var article = tokens.size() > 1 && Set.of("the", "a", "an").contains(tokens.getFirst());
        return article ? tokens.subList(1, tokens.size()) : tokens;
    }

    private static List<String> abbreviated(List<String> tokens) {
        var usual =
                Map.of(
                        "project", "proj",
                        "report", "rpt",
                        "document", "doc",
                        "review", "rev",
                        "phase", "ph",
                        "department", "dept",
                        "restructure", "restructuring");
        return tokens.stream().map(token -> usual.getOrDefault(token, token)).toList();
    }

    private static String initial(List<String> name) {
        return name.getFirst().substring(0, name.getFirst().offsetByCodePoints(0, 1));
    }

    private static List<String> joined(List<String> tokens) {
        return List.of(String.join("", tokens));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    private static Map<String, Set<String>> shortForms() {
        try (var file = NameVariants.class.getResourceAsStream("/names/short-forms.txt")) {
            if (file == null) {
                throw new IllegalStateException("names/short-forms.txt is not on the class path");
            }
            var families = new HashMap<String, Set<String>>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(family -> family.forEach(name -> related(families, name, family)));
            return families;
        } catch (IOException e) {
            throw new UncheckedIOException("names/short-forms.txt", e);
        }
    }

    private static void related(
            Map<String, Set<String>> families, String name, Collection<String> family) {
        families.computeIfAbsent(name, any -> new TreeSet<>()).addAll(family);
    }

    /// How many letters are left of a long first name that is cut short: `Zuza` of `Zuzanna`.
    private static final int CLIPPED = 4;

    /// A name taken apart; tokens are canonical.
    private record Parts(List<String> first, List<String> last) {

        static Parts of(String name) {
            var words = List.of(name.strip().split("\\s+"));
            var first = KeyedHash.tokens(words.getFirst());
            var last = KeyedHash.tokens(words.getLast());
            if (first.isEmpty() || last.isEmpty()) {
                throw new IllegalArgumentException("a name without letters");
            }
            return new Parts(first, last);
        }

        Set<List<String>> firstNames() {
            var names = new LinkedHashSet<List<String>>();
            names.add(first);
            names.add(joined(first));
            names.add(List.of(first.getFirst()));
            var start = first.getFirst();
            if (start.length() >= CLIPPED + 2) {
                names.add(List.of(start.substring(0, CLIPPED)));
            }
            SHORT_FORMS
                    .getOrDefault(first.getFirst(), Set.of())
                    .forEach(other -> names.add(List.of(other)));
            return names;
        }

        Set<List<String>> surnames() {
            var names = new LinkedHashSet<List<String>>();
            names.add(last);
            names.add(joined(last));
            return names;
        }
    }

    /// Collects each window once; those longer than the bound are left out.
    private static final class Windows {

        private final KeyedHash hash;
        private final Set<HashedWindow> windows = new LinkedHashSet<>();

        Windows(KeyedHash hash) {
            this.hash = hash;
        }

        void add(Form form, List<String> tokens) {
            if (!tokens.isEmpty() && tokens.size() <= MAX_TOKENS) {
                windows.add(
                        new HashedWindow(
                                form, tokens.size(), hash.of(tokens), hash.shortOf(tokens)));
            }
        }

        List<HashedWindow> made() {
            return List.copyOf(windows);
        }
    }
}
