package org.handbell.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;

/// A million posts through the cheap stages, from their bytes as they lie in Kafka, on two threads.
final class Backtest {

    private final CheapStages stages;
    private final List<byte[]> records;

    Backtest(CheapStages stages) {
        this.stages = stages;
        this.records =
                stages.posts().stream()
                        .map(post -> Json.mapper().writeValueAsBytes(post.post()))
                        .toList();
    }

    /// @param seconds CPU time, all threads together
    /// @param claims how many findings came out
    record Outcome(double seconds, long claims) {}

    Outcome run(int posts, int threads) {
        var parts = new ArrayList<Callable<Outcome>>();
        for (var i = 0; i < threads; i++) {
            var first = posts / threads * i;
            parts.add(() -> part(first, posts / threads));
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var outcomes = pool.invokeAll(parts).stream().map(Backtest::outcome).toList();
            return new Outcome(
                    outcomes.stream().mapToDouble(Outcome::seconds).sum(),
                    outcomes.stream().mapToLong(Outcome::claims).sum());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Outcome part(int first, int posts) {
        var start = CpuClock.now();
        var claims = 0L;
        for (var i = first; i < first + posts; i++) {
            claims += judge(i);
        }
        return new Outcome((CpuClock.now() - start) / 1e9, claims);
    }

    private int judge(int number) {
        var at = number % records.size();
        var post = Json.mapper().readValue(records.get(at), Post.class);
        var known = stages.posts().get(at);
        return stages.judge()
                .judge(new Circumstances(post, known.account(), known.register()))
                .findings()
                .size();
    }

    private static Outcome outcome(Future<Outcome> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread failed", e);
        }
    }
}
