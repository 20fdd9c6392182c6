package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

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

    /// Texts of which one at least stands in everything that an expression matches.
    ///
    /// @param words most words between the one with which it starts and the one in which the text
    ///   starts; none where there is no bound
    record Need(Set<String> texts, Optional<Integer> words) {

        double rarity() {
            return Syntax.rarity(texts);
        }
    }

    /// What stands in everything that it matches, the rarest first; there may be nothing.
    default List<Need> needs(int limit) {
        return switch (this) {
            case Letter letter ->
                    within(letter.any(), limit).stream()
                            .map(texts -> new Need(texts, Optional.of(0)))
                            .toList();
            case Solid _, Open _, Look _ -> List.of();
            case Sequence sequence -> runs(sequence.parts(), limit);
            case Choice choice -> oneOfEach(choice.branches(), limit).stream().toList();
            case Repeated repeated ->
                    repeated.least() > 0 ? repeated.part().needs(limit) : List.of();
        };
    }

    /// Most spaces in anything that it matches; none where there is no bound.
    default Optional<Integer> spaces() {
        return switch (this) {
            case Letter letter -> Optional.of(letter.any().contains(" ") ? 1 : 0);
            case Solid _, Look _ -> Optional.of(0);
            case Open _ -> Optional.empty();
            case Sequence(var parts) -> sum(parts);
            case Choice(var branches) ->
                    branches.stream()
                            .map(Syntax::spaces)
                            .reduce(Optional.of(0), (a, b) -> both(a, b, Math::max));
            case Repeated(var part, _, var most) ->
                    part.spaces().equals(Optional.of(0))
                            ? Optional.of(0)
                            : both(part.spaces(), most, (each, times) -> each * times);
        };
    }

    private static Optional<Integer> sum(List<Syntax> parts) {
        return parts.stream()
                .map(Syntax::spaces)
                .reduce(Optional.of(0), (a, b) -> both(a, b, Integer::sum));
    }

    private static Optional<Integer> both(
            Optional<Integer> one, Optional<Integer> other, BinaryOperator<Integer> operation) {
        return one.flatMap(a -> other.map(b -> operation.apply(a, b)));
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
        return starts;
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
    private static List<Need> runs(List<Syntax> parts, int limit) {
        var unrolled = unrolled(parts);
        var needs = new ArrayList<Need>();
        Set<String> run = Set.of("");
        var start = 0;
        for (var at = 0; at < unrolled.size(); at++) {
            var part = unrolled.get(at);
            var texts = part.texts(limit);
            var longer = texts.isEmpty() ? texts : joined(run, texts.get(), limit);
            if (longer.isPresent()) {
                run = longer.get();
            } else {
                needs.add(new Need(run, words(unrolled.subList(0, start), run)));
                for (var inner : part.needs(limit)) {
                    var before = unrolled.subList(0, at + 1);
                    needs.add(new Need(inner.texts(), words(before, inner.texts())));
                }
                run = texts.orElse(Set.of(""));
                start = texts.isEmpty() ? at + 1 : at;
            }
        }
        needs.add(new Need(run, words(unrolled.subList(0, start), run)));
        return needs.stream()
                .filter(need -> need.rarity() > 0)
                .sorted(Comparator.comparingDouble(need -> -need.rarity()))
                .toList();
    }

    /// How many words an expression has passed before a text that comes after some of its parts: a
    /// space for each, the one before the first word aside.
    private static Optional<Integer> words(List<Syntax> before, Set<String> texts) {
        var own = texts.stream().anyMatch(text -> text.startsWith(" ")) ? 1 : 0;
        return sum(before).map(spaces -> Math.max(0, spaces + own - 1));
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

    private static Optional<Need> oneOfEach(List<Syntax> branches, int limit) {
        var all = new LinkedHashSet<String>();
        Optional<Integer> words = Optional.of(0);
        for (var branch : branches) {
            var needs = branch.needs(limit);
            if (needs.isEmpty() || all.size() + needs.getFirst().texts().size() > limit) {
                return Optional.empty();
            }
            all.addAll(needs.getFirst().texts());
            words = both(words, needs.getFirst().words(), Math::max);
        }
        return Optional.of(new Need(all, words));
    }
}
