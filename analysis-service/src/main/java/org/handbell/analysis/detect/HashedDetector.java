package org.handbell.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent.Form;
import org.handbell.contract.RegisterEvent.Hashed;

/// Pupils, former pupils and confidential terms, by the keyed hashes of windows of words.
///
/// Families: `pupil.full`, `pupil.full-word` (its words are ordinary ones, written as such),
/// `pupil.first`, `pupil.class`, `pupil.year`, `pupil.identified` (two writings of the same entry
/// that tell it together), `pupil.tag` (a handle), the same with `former.` for former pupils,
/// `own.` for the author's own, and `term`, `term.word`.
public final class HashedDetector implements Detector {

    /// What stands between the words of a handle.
    private static final Pattern BETWEEN = Pattern.compile("[._\\d@]+");

    private final HashedWindows windows;
    private final Writing writing;
    private final Together together;

    /// @param ordinary words that are names as well: `grace`, `hunter`
    public HashedDetector(KeyedHash hash, Set<String> ordinary) {
        this.windows = new HashedWindows(hash);
        this.writing = new Writing(ordinary);
        this.together = new Together(writing);
    }

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var hits = new ArrayList<Hit>();
        for (var reading : text.readings()) {
            var seen = seen(reading, circumstances);
            if (!seen.isEmpty()) {
                var author = circumstances.authorId();
                seen.forEach(s -> alone(s, author, hits));
                together.hits(seen, author, hits);
            }
        }
        return hits;
    }

    /// Whether a handle or name is one that stands for a pupil: `pupil`, `former` or `own`; with
    /// only a first name in it, `maybe-pupil`.
    public Optional<String> author(String author, Circumstances circumstances) {
        var split = all(Reading.of(PostText.AUTHOR, split(author)), circumstances);
        var whole = all(Reading.of(PostText.AUTHOR, author), circumstances);
        var full =
                Stream.concat(split.stream(), whole.stream())
                        .filter(s -> s.form() == Form.FULL_NAME)
                        .flatMap(s -> s.known().entries().stream())
                        .map(entry -> who(entry, circumstances.authorId()).replace(".", ""))
                        .findFirst();
        var first = split.stream().anyMatch(s -> s.form() == Form.FIRST_NAME);
        return full.or(() -> first ? Optional.of("maybe-pupil") : Optional.empty());
    }

    /// `@jo.smith_9` into its words.
    private static String split(String handle) {
        return BETWEEN.matcher(handle).replaceAll(" ").strip();
    }

    /// What the register may know, the handle that a case tells of among it.
    private List<Seen> candidates(Reading reading, Circumstances circumstances) {
        var register = circumstances.register();
        var candidates = windows.candidates(reading, register.windows());
        register.handle()
                .ifPresent(handle -> candidates.addAll(windows.candidates(reading, handle)));
        return candidates;
    }

    private List<Seen> all(Reading reading, Circumstances circumstances) {
        return candidates(reading, circumstances).stream().filter(windows::proven).toList();
    }

    /// Those that tell somebody; a surname or initials only where a class stands in the same field.
    private List<Seen> seen(Reading reading, Circumstances circumstances) {
        var candidates = candidates(reading, circumstances);
        if (candidates.isEmpty()) {
            return candidates;
        }
        var placed = candidates.stream().anyMatch(writing::place);
        return candidates.stream()
                .filter(s -> placed || s.form() != Form.SURNAME && s.form() != Form.INITIALS)
                .filter(writing::tells)
                .filter(windows::proven)
                .toList();
    }

    private void alone(Seen seen, String authorId, List<Hit> hits) {
        switch (seen.form()) {
            case FULL_NAME -> {
                var family = writing.fullName(seen.window());
                each(seen, seen.known().entries(), family, authorId, hits);
            }
            case FIRST_NAME -> each(seen, seen.known().some(authorId), "first", authorId, hits);
            case CLASS -> each(seen, seen.known().some(authorId), "class", authorId, hits);
            case YEAR -> each(seen, seen.known().some(authorId), "year", authorId, hits);
            case TERM ->
                    seen.known().entries().forEach(entry -> hits.add(hit("term", seen, entry, 1)));
            case SURNAME, INITIALS -> {}
        }
    }

    private static void each(
            Seen seen, List<Hashed> entries, String family, String authorId, List<Hit> hits) {
        for (var entry : entries) {
            hits.add(hit(who(entry, authorId) + family, seen, entry, 1));
        }
    }

    /// The first part of a family.
    static String who(Hashed entry, String authorId) {
        if (authorId.equals(entry.relativeOf())) {
            return "own.";
        }
        return switch (entry.kind()) {
            case PUPIL -> "pupil.";
            case FORMER_PUPIL -> "former.";
            case RELATIVE -> "relative.";
            case CONFIDENTIAL_TERM -> "term.";
        };
    }

    static Hit hit(String family, Seen seen, Hashed entry, double strength) {
        var window = seen.window();
        return new Hit(
                family,
                LexiconDetector.span(window.reading(), window.from(), window.to()),
                window.first().sentence(),
                strength,
                entry.entryId());
    }
}
