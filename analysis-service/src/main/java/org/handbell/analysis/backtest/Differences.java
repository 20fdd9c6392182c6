package org.handbell.analysis.backtest;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.handbell.contract.Finding;
import org.jspecify.annotations.Nullable;

/// Counts, by clause, what the two packs found, and keeps a few examples of where they differ.
final class Differences {

    private final int examples;
    private final Map<String, Counts> clauses = new TreeMap<>();
    private final Map<String, Long> notCompared = new TreeMap<>();
    private long posts;

    /// @param examples most that are kept of each kind and clause
    Differences(int examples) {
        this.examples = examples;
    }

    private static final class Counts {
        long running;
        long candidate;
        long both;
        final List<String> lost = new ArrayList<>();
        final List<String> won = new ArrayList<>();
    }

    void add(Compared compared) {
        if (compared == Compared.NOTHING) {
            return;
        }
        posts++;
        if (compared.trouble() != null) {
            notCompared.merge(compared.trouble(), 1L, Long::sum);
            return;
        }
        var all = new TreeSet<>(compared.running().keySet());
        all.addAll(compared.candidate().keySet());
        for (var clause : all) {
            count(compared, clause, clauses.computeIfAbsent(clause, _ -> new Counts()));
        }
    }

    private void count(Compared compared, String clause, Counts counts) {
        var running = compared.running().get(clause);
        var candidate = compared.candidate().get(clause);
        counts.running += running == null ? 0 : 1;
        counts.candidate += candidate == null ? 0 : 1;
        counts.both += running == null || candidate == null ? 0 : 1;
        if (running == null) {
            example(counts.won, compared, candidate);
        } else if (candidate == null) {
            example(counts.lost, compared, running);
        }
    }

    private void example(List<String> kept, Compared compared, @Nullable Finding finding) {
        if (finding != null && kept.size() < examples) {
            kept.add(
                    "    %s  %s  %s"
                            .formatted(
                                    compared.postId(),
                                    finding.rule(),
                                    String.join(", ", compared.places(finding))));
        }
    }

    boolean someNotJudged() {
        return !notCompared.isEmpty();
    }

    long posts() {
        return posts;
    }

    void print(PrintWriter out) {
        out.printf(
                "%-7s %9s %10s %9s %13s %15s%n",
                "clause", "running", "candidate", "both", "only running", "only candidate");
        clauses.forEach((clause, c) ->
                out.printf(
                        "%-7s %,9d %,10d %,9d %,13d %,15d%n",
                        clause,
                        c.running,
                        c.candidate,
                        c.both,
                        c.running - c.both,
                        c.candidate - c.both));
        notCompared.forEach((why, count) -> out.printf("not judged: %,d, %s%n", count, why));
        clauses.forEach((clause, counts) -> {
            examples(out, clause + ", only the running pack", counts.lost);
            examples(out, clause + ", only the candidate", counts.won);
        });
    }

    private static void examples(PrintWriter out, String title, List<String> examples) {
        if (!examples.isEmpty()) {
            out.println();
            out.println(title);
            examples.forEach(out::println);
        }
    }
}
