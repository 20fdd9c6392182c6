package org.handbell.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process takes.
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /// The most it ever had in the machine's memory, in MiB: heap, code and all; -1 where the
    /// system does not say.
    static long peak() {
        if (!Files.isReadable(STATUS)) {
            return -1;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException("the system does not say", e);
        }
    }

    /// What is in the heap and still needed, in MiB.
    static long needed() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
    }
}
