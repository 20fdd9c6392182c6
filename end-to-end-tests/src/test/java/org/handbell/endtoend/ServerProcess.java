package org.handbell.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server that somebody else wrote, as a child process. It runs in a process group of its own,
/// ends with this JVM, and after half an hour in any case.
public final class ServerProcess implements AutoCloseable {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration DEATH = Duration.ofSeconds(30);

    private final String name;
    private final Process process;
    private final Path output;
    private final Thread atExit;

    private ServerProcess(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
        this.atExit = new Thread(process::destroy, "stop-" + name);
    }

    /// Starts a command under coreutils' `timeout`; what it prints goes to `<name>.out` in the
    /// folder.
    public static ServerProcess start(
            String name, Path folder, Map<String, String> environment, List<String> command) {
        var output = folder.resolve(name + ".out");
        var whole = new ArrayList<>(List.of("timeout", LIFE.toSeconds() + "s"));
        whole.addAll(command);
        var builder = new ProcessBuilder(whole).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            var server = new ServerProcess(name, process, output);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + name, e);
        }
    }

    /// Runs a command to its end and gives what it printed.
    ///
    /// @param input what it reads from its standard input
    /// @throws IllegalStateException with what it printed, when it fails
    public static String run(Path folder, String input, List<String> command) {
        var name = command.getFirst();
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + name, e);
        }
    }

    /// What it has printed so far.
    ///
    /// @throws IllegalStateException when it has ended
    public String output() {
        var text = printed();
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended: " + text);
        }
        return text;
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read what " + name + " printed", e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        try {
            if (!process.waitFor(DEATH.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping " + name, e);
        }
    }
}
