package org.handbell.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of ours in a process of its own, on this JVM's class path, so that a test can kill it
/// as `kill -9` does.
public final class ChildJvm implements AutoCloseable {

    private static final Duration DEATH = Duration.ofSeconds(20);

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// Starts `main` with system properties and arguments; its output goes to a file.
    public static ChildJvm start(Class<?> main, Map<String, String> properties, String... args) {
        return start(List.of(), main, properties, args);
    }

    /// The same with more options of the JVM, which win over the usual ones.
    public static ChildJvm start(
            List<String> options, Class<?> main, Map<String, String> properties, String... args) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        try {
            var output = Files.createTempFile("child-", ".log");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            return new ChildJvm(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + main.getSimpleName(), e);
        }
    }

    /// What it has printed so far.
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + output, e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Its number for the operating system.
    public long pid() {
        return process.pid();
    }

    /// Asks it to end, as an orchestrator does (SIGTERM), and waits until it is gone.
    ///
    /// @param patience how long it may take
    /// @return how long it took
    /// @throws IllegalStateException where it runs on all the same
    public Duration stop(Duration patience) {
        var asked = System.nanoTime();
        process.destroy();
        await(patience);
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /// Waits until it ends by itself.
    ///
    /// @return its exit code
    /// @throws IllegalStateException where it runs on all the same
    public int end(Duration patience) {
        await(patience);
        return process.exitValue();
    }

    /// Ends it as `kill -9` does, in the middle of whatever it does, and waits until it is gone.
    public void kill() {
        process.destroyForcibly();
        await(DEATH);
    }

    private void await(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
