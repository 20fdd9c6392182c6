package org.handbell.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.handbell.analysis.meaning.Reader;

/// Measures the analysis in one process and says what was reached.
///
/// `cheap` measures the stages before the encoder, `growth` what a larger register costs, `meaning`
/// the encoder and the cascade that asks it seldom. Ends with status 1 where a figure was missed.
public final class SpeedApplication {

    private static final double POSTS_PER_CPU_SECOND = 40_000;
    private static final double TIMES_THE_LOOP = 15;
    private static final double GROWTH = 1.10;
    private static final double BACKTEST_SECONDS = 120;
    private static final double MEMORY = 512;
    private static final int MILLION = 1_000_000;
    private static final int CORES = 2;

    private final Report report = new Report();

    private SpeedApplication() {}

    /// @param args `cheap`, `growth` or `meaning`, all where none is named
    public static void main(String[] args) {
        var speed = new SpeedApplication();
        var asked = args.length == 0 ? List.of("cheap", "growth", "meaning") : Arrays.asList(args);
        if (asked.contains("cheap")) {
            speed.cheap();
        }
        if (asked.contains("growth")) {
            speed.growth();
        }
        if (asked.contains("meaning")) {
            new MeaningStages(speed.report).measure();
        }
        System.exit(speed.report.missed() ? 1 : 0);
    }

    private void cheap() {
        var stages = CheapStages.of(Scale.FULL, new GramsAlone(Reader.shipped()));
        mix(stages);
        var each = each(stages);
        report.atLeast("posts per CPU-second, cheap stages", 1e9 / each, POSTS_PER_CPU_SECOND);
        var comparison = new Comparison(stages);
        report.say(
                "hits that the loop of regular expressions finds too: "
                        + comparison.sameHits(2_000));
        var loop = CpuClock.each(5, 1_000, comparison::loop);
        report.atLeast("times as fast as the loop", loop / each, TIMES_THE_LOOP);
        var backtest = new Backtest(stages).run(MILLION, CORES);
        report.atMost(
                "seconds for a million posts on two cores",
                backtest.seconds() / CORES,
                BACKTEST_SECONDS);
        report.say("MiB of heap still needed: " + Memory.needed());
        report.atMost("MiB of memory at the most", Memory.peak(), MEMORY);
    }

    private static double each(CheapStages stages) {
        CpuClock.each(1, stages.posts().size(), stages::judge);
        return CpuClock.each(7, stages.posts().size(), stages::judge);
    }

    private void mix(CheapStages stages) {
        var posts = stages.posts();
        var length = posts.stream().mapToInt(post -> post.post().text().length()).average();
        var found = 0;
        for (var i = 0; i < posts.size(); i++) {
            found += stages.judge(i) > 0 ? 1 : 0;
        }
        report.say(
                "%d posts of %.0f characters, %.1f %% of them with a finding"
                        .formatted(posts.size(), length.orElse(0), 100.0 * found / posts.size()));
    }

    /// Small and large in turn, so that both meet the same neighbours.
    private void growth() {
        var small = CheapStages.of(Scale.FULL.withPupils(1_000));
        var large = CheapStages.of(Scale.FULL.withPupils(100_000));
        var ratios = new double[9];
        each(small);
        each(large);
        for (var i = 0; i < ratios.length; i++) {
            var few = CpuClock.once(0, Scale.FULL.posts(), small::judge);
            var many = CpuClock.once(0, Scale.FULL.posts(), large::judge);
            ratios[i] = many / few;
        }
        report.atMost("CPU time per post, 100,000 names to 1,000", CpuClock.median(ratios), GROWTH);
    }
}
