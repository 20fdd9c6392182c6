package org.handbell.cases.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handbell.contract.Finding.Span;

/// Cuts a text into stretches that are marked and stretches that are not, so that a page can show
/// the words that led to a claim without ever building HTML from them.
final class Marks {

    private Marks() {}

    /// A stretch of text.
    record Segment(String text, boolean marked) {}

    /// @param spans of this text, in any order; they may overlap or reach beyond a text that was
    ///   cut
    static List<Segment> of(String text, List<Span> spans) {
        var segments = new ArrayList<Segment>();
        var from = 0;
        for (var mark : merged(text, spans)) {
            add(segments, text.substring(from, mark.start()), false);
            add(segments, text.substring(mark.start(), mark.end()), true);
            from = mark.end();
        }
        add(segments, text.substring(from), false);
        return List.copyOf(segments);
    }

    private static List<Span> merged(String text, List<Span> spans) {
        var merged = new ArrayList<Span>();
        spans.stream()
                .map(span -> within(text, span))
                .filter(span -> span.end() > span.start())
                .sorted(Comparator.comparingInt(Span::start))
                .forEach(span -> merge(merged, span));
        return merged;
    }

    private static void merge(List<Span> merged, Span next) {
        if (merged.isEmpty() || merged.getLast().end() < next.start()) {
            merged.add(next);
            return;
        }
        var last = merged.removeLast();
        merged.add(new Span(last.field(), last.start(), Math.max(last.end(), next.end())));
    }

    /// Within the text, and never through the middle of a character of two UTF-16 units.
    private static Span within(String text, Span span) {
        var start = Math.min(span.start(), text.length());
        var end = Math.min(span.end(), text.length());
        if (splits(text, start)) {
            start--;
        }
        if (splits(text, end)) {
            end++;
        }
        return new Span(span.field(), start, end);
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static void add(List<Segment> segments, String text, boolean marked) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, marked));
        }
    }
}
