package org.handbell.ingest.poll;

import java.util.ArrayList;
import java.util.List;

/// Divides what a look found into transactions of bounded size.
final class Chunks {

    /// Most characters of texts and originals in one transaction.
    private static final int HEAVIEST = 4 * 1024 * 1024;

    private Chunks() {}

    /// At least one chunk, which may be empty, in the order of the steps.
    static List<List<Step>> of(List<Step> steps, int most) {
        var chunks = new ArrayList<List<Step>>();
        var open = new ArrayList<Step>();
        var weight = 0;
        for (var step : steps) {
            if (!open.isEmpty() && (open.size() == most || weight + step.weight() > HEAVIEST)) {
                chunks.add(List.copyOf(open));
                open.clear();
                weight = 0;
            }
            open.add(step);
            weight += step.weight();
        }
        chunks.add(List.copyOf(open));
        return chunks;
    }
}
