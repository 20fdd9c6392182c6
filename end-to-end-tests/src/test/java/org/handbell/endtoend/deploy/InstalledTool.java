package org.handbell.endtoend.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that the distribution brings. Without it the calling test skips and says so.
///
/// @param program where it lies
record InstalledTool(Path program) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// The first of these names that is installed.
    static InstalledTool require(String... names) {
        var found = Stream.of(names).flatMap(name -> onPath(name).stream()).findFirst();
        assumeTrue(
                found.isPresent(),
                () -> names[0] + " is not installed (`.ci/run` installs what can be had)");
        return new InstalledTool(found.orElseThrow());
    }

    private static Optional<Path> onPath(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Runs it to its end.
    ///
    /// @throws IllegalStateException with what it printed, when it fails or takes five minutes
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile("handbell-tool", ".out");
        try {
            var process = start(folder, output, List.of(arguments));
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(program + " did not end");
            }
            var printed = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + printed);
            }
            return printed;
        } finally {
            Files.delete(output);
        }
    }

    /// Starts it; what it prints goes to the file.
    Process start(Path folder, Path output, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
