package org.handbell.ingest.many;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process has used so far, as Linux tells.
///
/// @param peakMb most memory it ever had resident, in MB of 1,000,000 bytes
record Usage(Duration cpu, long peakMb) {

    static Usage of(long pid) {
        var cpu =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow();
        return new Usage(cpu, peakKib(pid) * 1024 / 1_000_000);
    }

    static boolean canBeRead() {
        return Files.exists(Path.of("/proc/self/status"));
    }

    private static long peakKib(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
