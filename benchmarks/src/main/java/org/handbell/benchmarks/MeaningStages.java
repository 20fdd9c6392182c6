package org.handbell.benchmarks;

import java.util.List;
import org.handbell.analysis.meaning.ReadWhen;
import org.handbell.analysis.meaning.Reader;
import org.handbell.analysis.meaning.Script;

/// The encoder with all that surrounds it beside the encoder alone, and the cascade, which asks it
/// only where the n-grams leave a doubt.
final class MeaningStages {

    private static final double OF_THE_BARE_ENCODER = 0.9;
    private static final double POSTS_A_SECOND = 1_500;
    private static final int CORES = 2;
    private static final int TEXTS = 300;
    private static final int ROUNDS = 7;

    private final Report report;

    MeaningStages(Report report) {
        this.report = report;
    }

    void measure() {
        try (var reader = Reader.shipped()) {
            encoder(reader);
        }
        cascade();
    }

    /// One after the other in each round, so that both meet the same neighbours.
    private void encoder(Reader reader) {
        var scripts = scripts();
        var ids = scripts.stream().map(reader::ids).toList();
        var ratios = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var bare = CpuClock.once(0, TEXTS, at -> bare(reader, ids.get(at)));
            var stage = CpuClock.once(0, TEXTS, at -> reader.of(scripts.get(at)).places().size());
            ratios[round] = bare / stage;
        }
        report.atLeast(
                "speed of the encoder's stage, bare encoder = 1",
                CpuClock.median(ratios),
                OF_THE_BARE_ENCODER);
    }

    private static List<Script> scripts() {
        var stages = CheapStages.of(Scale.FULL.withPosts(TEXTS));
        return stages.posts().stream().map(stages.judge()::script).toList();
    }

    private static int bare(Reader reader, List<int[]> windows) {
        var numbers = 0;
        for (var window : windows) {
            numbers += reader.encoder().encode(window).length;
        }
        return numbers;
    }

    private void cascade() {
        var cascade = new Asked(ReadWhen.UNDECIDED.meanings());
        var stages = CheapStages.of(Scale.FULL, cascade);
        var posts = stages.posts().size();
        CpuClock.once(0, posts / 4, stages::judge);
        cascade.forget();
        var each = CpuClock.once(0, posts, stages::judge);
        report.say(
                "%d posts, 3 in 100 sentences from posts that breach; %.1f %% reached the encoder"
                        .formatted(posts, 100 * cascade.share()));
        report.atLeast("posts a second on two cores, cascade", CORES * 1e9 / each, POSTS_A_SECOND);
    }
}
