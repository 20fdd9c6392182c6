package org.handbell.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Time that a thread was really running, so that neighbours on the machine do not count.
final class CpuClock {

    private CpuClock() {}

    /// CPU time of this thread so far, in nanoseconds.
    static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /// CPU time for each piece of work, in nanoseconds: the median over some rounds.
    ///
    /// @param work does the piece of that number, returns anything that depends on it
    static double each(int rounds, int pieces, IntUnaryOperator work) {
        var times = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            times[round] = once(round * pieces, pieces, work);
        }
        return median(times);
    }

    /// CPU time for each of some pieces of work, in nanoseconds.
    static double once(int first, int pieces, IntUnaryOperator work) {
        var kept = 0;
        var start = now();
        for (var i = 0; i < pieces; i++) {
            kept += work.applyAsInt(first + i);
        }
        var spent = now() - start;
        if (kept == Integer.MIN_VALUE) {
            throw new IllegalStateException("cannot be: work returns small numbers");
        }
        return (double) spent / pieces;
    }

    static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
