package org.handbell.benchmarks;

import java.util.concurrent.TimeUnit;
import org.handbell.analysis.text.PostText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The cheap stages, whole and in parts, each over all posts in turn.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CheapStagesBenchmark {

    /// Names in the register that arrive hashed.
    @Param({"2000"})
    public int pupils = Scale.FULL.pupils();

    /// Different posts.
    @Param({"20000"})
    public int posts = Scale.FULL.posts();

    @SuppressWarnings("NullAway.Init")
    private CheapStages stages;

    @SuppressWarnings("NullAway.Init")
    private Comparison comparison;

    private int next;

    @Setup
    public void load() {
        stages = CheapStages.of(Scale.FULL.withPupils(pupils).withPosts(posts));
        comparison = new Comparison(stages);
    }

    @Benchmark
    public int judge() {
        return stages.judge(next++ & Integer.MAX_VALUE);
    }

    @Benchmark
    public PostText read() {
        return PostText.of(stages.posts().get((next++ & Integer.MAX_VALUE) % posts).post());
    }

    @Benchmark
    public int lexicons() {
        return comparison.book(next++ & Integer.MAX_VALUE);
    }

    @Benchmark
    public int loopOfRegularExpressions() {
        return comparison.loop(next++ & Integer.MAX_VALUE);
    }
}
