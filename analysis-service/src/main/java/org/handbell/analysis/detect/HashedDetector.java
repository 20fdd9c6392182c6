package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.analysis.register.Register.Known;
import org.handbell.analysis.text.Deadline;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.analysis.text.Token;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedKind;

/// Pupils, former pupils and confidential terms, by the keyed hashes of windows of words.
///
/// Families: `pupil.full`, `pupil.full-word` (its words are ordinary ones, written as such),
/// `pupil.first`, `pupil.class`, `pupil.year`, `pupil.identified` (two writings of the same entry
/// that tell it together), `pupil.tag` (a handle), the same with `former.` for former pupils,
/// `own.` for the author's own, and `term`, `term.word`.
public final class HashedDetector implements Detector {

    /// How far apart, in words, a name and a class may stand to belong together.
    private static final int TOGETHER = 10;

    private static final Set<String> STREETS =
            Set.of(
                    "street", "lane", "road", "bank", "brook", "hill", "park", "rivers", "hall",
                    "marsh", "moor", "grove", "field", "close", "green", "way");
    private static final Set<String> TOWARDS =
            Set.of(
                    "along", "on", "at", "down", "up", "off", "near", "in", "to", "from", "outside",
                    "round", "around", "past", "through", "via");
    private static final Pattern BREAK = Pattern.compile("[,;:!?|\n\u2014\u2013=]|\\s-\\s");

    private final KeyedHash hash;
    private final Set<String> ordinary;

    /// @param ordinary words that are names as well: `grace`, `hunter`
    public HashedDetector(KeyedHash hash, Set<String> ordinary) {
        this.hash = hash;
        this.ordinary = ordinary;
    }

    /// A window of a field that stands for an entry.
    private record Seen(Reading reading, int from, int to, Hashed entry, Form form) {

        List<Token> tokens() {
            return reading.tokens().subList(from, to);
        }

        boolean capital() {
            return tokens().stream().allMatch(t -> t.capital() || !letters(t));
        }

        private static boolean letters(Token token) {
            return Character.isLetter(token.text().codePointAt(0));
        }
    }

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var hits = new ArrayList<Hit>();
        for (var reading : text.readings()) {
            var seen = seen(reading, circumstances);
            seen.stream()
                    .map(s -> hit(s, circumstances))
                    .filter(Objects::nonNull)
                    .forEach(hits::add);
            hits.addAll(together(seen, circumstances));
        }
        return hits;
    }

    /// Whether a handle or name is one that stands for a pupil: `pupil`, `former` or `own`; with
    /// only a first name in it, `maybe-pupil`.
    public Optional<String> author(String author, Circumstances circumstances) {
        var seen = seen(Reading.of("of.author", split(author)), circumstances);
        var whole = seen(Reading.of("of.author", author), circumstances);
        var full =
                Stream.concat(seen.stream(), whole.stream())
                        .filter(s -> s.form() == Form.FULL_NAME)
                        .map(s -> who(s.entry(), circumstances).replace(".", ""))
                        .findFirst();
        var first = seen.stream().anyMatch(s -> s.form() == Form.FIRST_NAME);
        return full.or(() -> first ? Optional.of("maybe-pupil") : Optional.empty());
    }

    /// `@jo.smith_9` into its words.
    private static String split(String handle) {
        return handle.replaceAll("[._\\d@]+", " ").strip();
    }

    private List<Seen> seen(Reading reading, Circumstances circumstances) {
        var register = circumstances.register();
        var seen = new ArrayList<Seen>();
        for (var from = 0; from < reading.tokens().size(); from++) {
            Deadline.check();
            for (var size : register.windowSizes()) {
                var to = from + size;
                if (to <= reading.tokens().size() && !broken(reading, from, to)) {
                    for (var known : known(reading, from, to, circumstances)) {
                        seen.add(new Seen(reading, from, to, known.entry(), known.form()));
                    }
                }
            }
        }
        return seen;
    }

    private List<Known> known(Reading reading, int from, int to, Circumstances circumstances) {
        var tokens = reading.tokens().subList(from, to);
        var register = circumstances.register();
        var asWritten = register.known(hash.of(tokens.stream().map(Token::text).toList()));
        if (asWritten.isEmpty() && tokens.size() == 1 && handled(tokens.getFirst())) {
            return register.known(hash.of(List.of(letters(tokens.getFirst().text()))));
        }
        if (!asWritten.isEmpty() || tokens.stream().allMatch(t -> t.meant() == null)) {
            return asWritten;
        }
        return register.known(hash.of(tokens.stream().map(Token::plain).toList()));
    }

    /// A handle with digits at its end: `@janedoe09`.
    private static boolean handled(Token token) {
        return NamesDetector.tagged(token) && !letters(token.text()).equals(token.text());
    }

    private static String letters(String text) {
        return text.replaceAll("\\d+$", "");
    }

    private static boolean broken(Reading reading, int from, int to) {
        for (var at = from + 1; at < to; at++) {
            var token = reading.tokens().get(at);
            if (token.sentence() != reading.tokens().get(from).sentence()
                    || BREAK.matcher(token.gap()).find()) {
                return true;
            }
        }
        return false;
    }

    private @org.jspecify.annotations.Nullable Hit hit(Seen seen, Circumstances circumstances) {
        var family = family(seen, circumstances);
        return family == null ? null : hit(family, seen, 1);
    }

    private @org.jspecify.annotations.Nullable String family(
            Seen seen, Circumstances circumstances) {
        if (seen.entry().kind() == HashedKind.CONFIDENTIAL_TERM) {
            return "term";
        }
        var who = who(seen.entry(), circumstances);
        return switch (seen.form()) {
            case FULL_NAME -> who + fullName(seen);
            case FIRST_NAME -> firstName(seen) ? who + "first" : null;
            case CLASS -> written(seen) ? who + "class" : null;
            case YEAR -> who + "year";
            case SURNAME, INITIALS, TERM -> null;
        };
    }

    private static String who(Hashed entry, Circumstances circumstances) {
        if (circumstances.authorId().equals(entry.relativeOf())) {
            return "own.";
        }
        return switch (entry.kind()) {
            case PUPIL -> "pupil.";
            case FORMER_PUPIL -> "former.";
            case RELATIVE -> "relative.";
            case CONFIDENTIAL_TERM -> "term.";
        };
    }

    private String fullName(Seen seen) {
        var first = seen.tokens().getFirst();
        if (NamesDetector.tagged(first) && first.gap().endsWith("@")) {
            return "tag";
        }
        var words = seen.tokens().stream().allMatch(t -> ordinary.contains(t.text()));
        if (street(seen)) {
            return "full-word";
        }
        var name = seen.capital() || seen.reading().lowercase() && !words || tagged(seen);
        return name ? "full" : "full-word";
    }

    /// `along Hope Street`: a street rather than a person.
    private static boolean street(Seen seen) {
        var last = seen.tokens().getLast().text();
        var before = seen.from() == 0 ? "" : seen.reading().tokens().get(seen.from() - 1).text();
        return STREETS.contains(last) && TOWARDS.contains(before);
    }

    private static boolean tagged(Seen seen) {
        return seen.tokens().size() == 1 && NamesDetector.tagged(seen.tokens().getFirst())
                || seen.tokens().size() == 1 && seen.tokens().getFirst().text().length() > 6;
    }

    private boolean firstName(Seen seen) {
        var first = seen.tokens().getFirst();
        return first.capital() || seen.reading().lowercase() && !ordinary.contains(first.text());
    }

    /// A class that is a word (`Hazel`) counts where it is written as a name.
    private static boolean written(Seen seen) {
        var numbered = seen.tokens().stream().anyMatch(t -> t.text().matches(".*\\d.*"));
        return numbered || seen.tokens().getFirst().capital();
    }

    private List<Hit> together(List<Seen> seen, Circumstances circumstances) {
        Map<String, List<Seen>> byEntry = new HashMap<>();
        seen.stream()
                .filter(s -> s.entry().kind() != HashedKind.CONFIDENTIAL_TERM)
                .forEach(s ->
                        byEntry.computeIfAbsent(s.entry().entryId(), any -> new ArrayList<>())
                                .add(s));
        var hits = new ArrayList<Hit>();
        byEntry.values().forEach(writings -> pair(writings, circumstances, hits));
        return hits;
    }

    private void pair(List<Seen> writings, Circumstances circumstances, List<Hit> hits) {
        var names = writings.stream().filter(this::name).toList();
        var places = writings.stream().filter(this::place).toList();
        names.stream()
                .flatMap(
                        name -> places.stream().filter(p -> apart(name, p)).map(p -> pair(name, p)))
                .filter(HashedDetector::tells)
                .min(Comparator.comparingInt(Pair::distance))
                .ifPresent(pair -> {
                    var who = who(pair.name().entry(), circumstances);
                    hits.add(hit(who + "identified", pair.name(), 0.9));
                    hits.add(hit(who + "identified", pair.place(), 0.9));
                });
    }

    private record Pair(Seen name, Seen place, int distance) {}

    private static Pair pair(Seen name, Seen place) {
        var distance =
                name.from() < place.from() ? place.from() - name.to() : name.from() - place.to();
        return new Pair(name, place, Math.max(0, distance));
    }

    private static boolean apart(Seen name, Seen place) {
        Deadline.check();
        return name.to() <= place.from() || place.to() <= name.from();
    }

    /// Initials are short: they tell a pupil beside the class alone, and only close to it.
    private static boolean tells(Pair pair) {
        return pair.name().form() == Form.INITIALS
                ? pair.place().form() == Form.CLASS && pair.distance() <= TOGETHER / 2
                : pair.distance() <= TOGETHER;
    }

    private boolean name(Seen seen) {
        return switch (seen.form()) {
            case FULL_NAME -> true;
            case FIRST_NAME -> firstName(seen);
            case INITIALS -> initials(seen);
            case SURNAME -> seen.tokens().getFirst().capital();
            case CLASS, YEAR, TERM -> false;
        };
    }

    /// `am`, `is`, `to` are words, unless written as initials.
    private boolean initials(Seen seen) {
        var token = seen.tokens().getFirst();
        var dotted = seen.tokens().size() > 1;
        return dotted
                || shouted(seen.reading(), token)
                || seen.reading().lowercase() && !ordinary.contains(token.text());
    }

    private static boolean shouted(Reading reading, Token token) {
        return reading.original()
                .substring(token.start(), token.end())
                .chars()
                .allMatch(Character::isUpperCase);
    }

    private boolean place(Seen seen) {
        return EnumSet.of(Form.CLASS, Form.YEAR).contains(seen.form())
                && (seen.form() == Form.YEAR || written(seen));
    }

    private static Hit hit(String family, Seen seen, double strength) {
        return new Hit(
                family,
                LexiconDetector.span(seen.reading(), seen.from(), seen.to()),
                seen.tokens().getFirst().sentence(),
                strength,
                seen.entry().entryId());
    }
}
