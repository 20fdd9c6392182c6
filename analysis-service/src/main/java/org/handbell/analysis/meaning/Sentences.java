package org.handbell.analysis.meaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Finding;

/// The sentences of a script by number, so that all labels' looks at them are added up in plain
/// arrays.
final class Sentences {

    private static final int NONE = -1;
    private static final Meaning.Place NOWHERE = new Meaning.Place("text", 0, List.of());

    /// For each piece the number of its sentence; none where it is no part of the post.
    private final int[] numbers;

    /// Each with all its words.
    private final List<Meaning.Place> places = new ArrayList<>();

    private record Where(String field, int sentence) {}

    Sentences(Script script) {
        var known = new HashMap<Where, Integer>();
        var spans = new ArrayList<Finding.Span>();
        this.numbers = new int[script.pieces().size()];
        Arrays.fill(numbers, NONE);
        for (var at = 0; at < numbers.length; at++) {
            var piece = script.pieces().get(at);
            var span = piece.span();
            if (span != null) {
                numbers[at] = number(new Where(span.field(), piece.sentence()), known);
                widen(numbers[at], span, spans);
            }
        }
        known.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> places.add(place(one.getKey(), spans.get(one.getValue()))));
    }

    private static int number(Where where, Map<Where, Integer> known) {
        var next = known.size();
        var number = known.putIfAbsent(where, next);
        return number == null ? next : number;
    }

    private static void widen(int number, Finding.Span span, List<Finding.Span> spans) {
        if (number == spans.size()) {
            spans.add(span);
            return;
        }
        var wide = spans.get(number);
        if (span.start() < wide.start() || span.end() > wide.end()) {
            var start = Math.min(span.start(), wide.start());
            spans.set(
                    number,
                    new Finding.Span(span.field(), start, Math.max(span.end(), wide.end())));
        }
    }

    private static Meaning.Place place(Where where, Finding.Span span) {
        var spans = span.end() > span.start() ? List.of(span) : List.<Finding.Span>of();
        return new Meaning.Place(where.field(), where.sentence(), spans);
    }

    /// The sentence that a label looked at most; of those that it looked at as much, the first.
    Meaning.Place most(WordPieces.Written window, Heads.Said said, int label) {
        var weights = new double[places.size()];
        Arrays.fill(weights, NONE);
        var count = said.logits().length;
        for (var i = 0; i < window.length(); i++) {
            var piece = window.pieces()[i];
            var number = piece < 0 ? NONE : numbers[piece];
            if (number != NONE) {
                weights[number] =
                        Math.max(weights[number], 0) + said.attention()[i * count + label];
            }
        }
        var most = NONE;
        for (var number = 0; number < weights.length; number++) {
            if (weights[number] >= 0 && (most == NONE || weights[number] > weights[most])) {
                most = number;
            }
        }
        return most == NONE ? NOWHERE : places.get(most);
    }
}
