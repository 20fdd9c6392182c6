package org.handbell.analysis.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a regular expression is made of, as far as it takes to know which words it cannot do
/// without.
sealed interface Syntax {

    /// One of some characters.
    record Letter(Set<String> any) implements Syntax {}

    /// One of too many characters to name, or anything that cannot be seen through.
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
            case Open() -> Optional.empty();
            case Look() -> Optional.empty();
            case Sequence sequence -> product(sequence.parts(), limit);
            case Choice choice -> union(choice.branches(), limit);
            case Repeated repeated -> repetition(repeated, limit);
        };
    }

    /// Texts of which at least one stands in everything that it matches; empty where there are none
    /// to name.
    default Optional<Set<String>> needs(int limit) {
        return switch (this) {
            case Letter letter -> within(letter.any(), limit);
            case Open() -> Optional.empty();
            case Look() -> Optional.empty();
            case Sequence sequence -> rarest(sequence.parts(), limit);
            case Choice choice -> oneOfEach(choice.branches(), limit);
            case Repeated repeated ->
                    repeated.least() > 0 ? repeated.part().needs(limit) : Optional.empty();
        };
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

    /// Neighbours are read as one text where they can be; of all such texts, those that stand in
    /// the fewest posts.
    private static Optional<Set<String>> rarest(List<Syntax> parts, int limit) {
        var candidates = new ArrayList<Set<String>>();
        Set<String> run = Set.of("");
        for (var part : parts) {
            var texts = part.texts(limit);
            var longer = texts.isEmpty() ? texts : joined(run, texts.get(), limit);
            if (longer.isPresent()) {
                run = longer.get();
            } else {
                candidates.add(run);
                part.needs(limit).ifPresent(candidates::add);
                run = texts.orElse(Set.of(""));
            }
        }
        candidates.add(run);
        return candidates.stream()
                .filter(texts -> telling(texts) > 0)
                .max(Comparator.comparingDouble(Syntax::telling));
    }

    /// The longer and the fewer, the rarer.
    private static double telling(Set<String> texts) {
        var shortest = texts.stream().mapToInt(text -> text.strip().length()).min().orElse(0);
        return shortest == 0 ? 0 : shortest - Math.log(texts.size()) / 4;
    }

    private static Optional<Set<String>> oneOfEach(List<Syntax> branches, int limit) {
        var all = new LinkedHashSet<String>();
        for (var branch : branches) {
            var needs = branch.needs(limit);
            if (needs.isEmpty() || all.size() + needs.get().size() > limit) {
                return Optional.empty();
            }
            all.addAll(needs.get());
        }
        return Optional.of(all);
    }
}
