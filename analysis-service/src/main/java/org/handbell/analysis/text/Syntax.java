package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a regular expression is made of, as far as it takes to know which words it cannot do
/// without.
sealed interface Syntax {

    /// Words that most posts have.
    Set<String> COMMON =
            Set.of(
                    "the", "to", "and", "of", "in", "is", "it", "for", "my", "on", "was", "that",
                    "with", "at", "as", "you", "one", "are", "me", "we", "am", "be", "so", "or");

    /// One of some characters.
    record Letter(Set<String> any) implements Syntax {}

    /// One of too many characters to name, none of them a space.
    record Solid() implements Syntax {}

    /// Anything that cannot be seen through.
    record Open() implements Syntax {}

    /// Looks ahead or back and takes no character.
    record Look() implements Syntax {}

    record Sequence(List<Syntax> parts) implements Syntax {}

    record Choice(List<Syntax> branches) implements Syntax {}

    /// @param most none where there is no upper bound
    record Repeated(Syntax part, int least, Optional<Integer> most) implements Syntax {}

    /// All texts that it stands for, in the order in which they are tried; empty where they are
    /// more than the limit, or where what stands around them matters.
    default Optional<Set<String>> texts(int limit) {
        return switch (this) {
            case Letter letter -> within(letter.any(), limit);
            case Solid _, Open _, Look _ -> Optional.empty();
            case Sequence sequence -> product(sequence.parts(), limit);
            case Choice choice -> union(choice.branches(), limit);
            case Repeated repeated -> repetition(repeated, limit);
        };
    }

    /// Sets of texts: of each, one at least stands in everything that it matches. The rarest come
    /// first; there may be none.
    default List<Set<String>> needs(int limit) {
        return switch (this) {
            case Letter letter -> within(letter.any(), limit).stream().toList();
            case Solid _, Open _, Look _ -> List.of();
            case Sequence sequence -> runs(sequence.parts(), limit);
            case Choice choice -> oneOfEach(choice.branches(), limit).stream().toList();
            case Repeated repeated ->
                    repeated.least() > 0 ? repeated.part().needs(limit) : List.of();
        };
    }

    /// Whether no space is in anything that it matches.
    default boolean spaceless() {
        return switch (this) {
            case Letter letter -> !letter.any().contains(" ");
            case Solid _, Look _ -> true;
            case Open _ -> false;
            case Sequence sequence -> sequence.parts().stream().allMatch(Syntax::spaceless);
            case Choice choice -> choice.branches().stream().allMatch(Syntax::spaceless);
            case Repeated repeated -> repeated.part().spaceless();
        };
    }

    /// Texts of which one stands at its start; empty where that can be too many, or anything.
    default Set<String> starts(int limit) {
        if (!(this instanceof Sequence(var parts))) {
            return Set.of();
        }
        Set<String> starts = Set.of("");
        for (var part : unrolled(parts)) {
            var texts = part.texts(limit);
            var longer = texts.isEmpty() ? texts : joined(starts, texts.get(), limit);
            if (longer.isEmpty()) {
                break;
            }
            starts = longer.get();
        }
        return rarity(starts) > 0 ? starts : Set.of();
    }

    private static Optional<Set<String>> within(Set<String> texts, int limit) {
        return texts.size() <= limit ? Optional.of(texts) : Optional.empty();
    }

    private static Optional<Set<String>> product(List<Syntax> parts, int limit) {
        Optional<Set<String>> all = Optional.of(Set.of(""));
        for (var part : parts) {
            var more = part.texts(limit);
            if (all.isEmpty() || more.isEmpty()) {
                return Optional.empty();
            }
            all = joined(all.get(), more.get(), limit);
        }
        return all;
    }

    private static Optional<Set<String>> joined(Set<String> starts, Set<String> ends, int limit) {
        if (starts.size() * ends.size() > limit) {
            return Optional.empty();
        }
        var joined = new LinkedHashSet<String>();
        starts.forEach(start -> ends.forEach(end -> joined.add(start + end)));
        return Optional.of(joined);
    }

    private static Optional<Set<String>> union(List<Syntax> branches, int limit) {
        var all = new LinkedHashSet<String>();
        for (var branch : branches) {
            var texts = branch.texts(limit);
            if (texts.isEmpty() || all.size() + texts.get().size() > limit) {
                return Optional.empty();
            }
            all.addAll(texts.get());
        }
        return Optional.of(all);
    }

    /// As often as allowed comes first.
    private static Optional<Set<String>> repetition(Repeated repeated, int limit) {
        var once = repeated.part().texts(limit);
        if (once.isEmpty() || repeated.most().isEmpty()) {
            return Optional.empty();
        }
        Optional<Set<String>> all = Optional.of(Set.of(""));
        for (var i = repeated.most().get(); i > 0 && all.isPresent(); i--) {
            all = joined(once.get(), all.get(), limit);
            if (i > repeated.least() && all.isPresent()) {
                all.get().add("");
            }
        }
        return all;
    }

    /// Neighbours are read as one text where they can be.
    private static List<Set<String>> runs(List<Syntax> parts, int limit) {
        var runs = new ArrayList<Set<String>>();
        Set<String> run = Set.of("");
        for (var part : unrolled(parts)) {
            var texts = part.texts(limit);
            var longer = texts.isEmpty() ? texts : joined(run, texts.get(), limit);
            if (longer.isPresent()) {
                run = longer.get();
            } else {
                runs.add(run);
                runs.addAll(part.needs(limit));
                run = texts.orElse(Set.of(""));
            }
        }
        runs.add(run);
        return runs.stream()
                .filter(texts -> rarity(texts) > 0)
                .sorted(Comparator.comparingDouble((Set<String> texts) -> -rarity(texts)))
                .toList();
    }

    /// One after the other: what must come more than once that many times, sequences within as
    /// their parts, and without those that take no character.
    private static List<Syntax> unrolled(List<Syntax> parts) {
        var unrolled = new ArrayList<Syntax>();
        for (var part : parts) {
            switch (part) {
                case Look _ -> {}
                case Sequence(var inner) -> unrolled.addAll(unrolled(inner));
                case Repeated(var once, var least, var most) when least > 0 -> {
                    unrolled.addAll(unrolled(Collections.nCopies(least, once)));
                    unrolled.add(new Repeated(once, 0, most.map(count -> count - least)));
                }
                default -> unrolled.add(part);
            }
        }
        return unrolled;
    }

    /// How rare texts are, roughly: the longer and the fewer, the rarer. Below 1 they stand nearly
    /// everywhere.
    static double rarity(Set<String> texts) {
        var shortest = texts.stream().mapToInt(Syntax::rarity).min().orElse(0);
        return shortest == 0 ? 0 : shortest - Math.log(texts.size()) / 8;
    }

    private static int rarity(String text) {
        var letters = text.strip();
        if (letters.length() == 1 && !text.startsWith(" ")) {
            return Character.isDigit(letters.charAt(0)) ? 1 : 0;
        }
        return COMMON.contains(letters) ? 1 : letters.length();
    }

    private static Optional<Set<String>> oneOfEach(List<Syntax> branches, int limit) {
        var all = new LinkedHashSet<String>();
        for (var branch : branches) {
            var needs = branch.needs(limit);
            if (needs.isEmpty() || all.size() + needs.getFirst().size() > limit) {
                return Optional.empty();
            }
            all.addAll(needs.getFirst());
        }
        return Optional.of(all);
    }
}
