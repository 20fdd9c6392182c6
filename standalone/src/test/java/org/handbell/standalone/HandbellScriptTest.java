package org.handbell.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script as `sh` runs it, without any building.
class HandbellScriptTest {

    private static final Path SCRIPT = Path.of("..", "handbell").toAbsolutePath().normalize();
    private static final List<String> COMMANDS =
            List.of("sh", "dirname", "sed", "head", "cat", "readlink", "find", "tr");

    @TempDir Path folder;

    @Test
    void helpNamesTheCommands() throws Exception {
        var run = run(Map.of(), "help");

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains(
                        "./handbell up",
                        "./handbell dlt list",
                        "./handbell doctor",
                        "./handbell acls",
                        "./handbell analyse",
                        "Ctrl-C");
    }

    @Test
    void anUnknownCommandIsNamedBesideTheHelp() throws Exception {
        var run = run(Map.of(), "dance");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).contains("There is no command \"dance\"", "./handbell up");
    }

    @Test
    void aMissingJdkIsNamedWithThePackageToInstall() throws Exception {
        var run = run(without(), "up");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("needs a JDK 25", "temurin-25-jdk", "brew install openjdk");
    }

    @Test
    void anOlderJdkIsNotTaken() throws Exception {
        var old = Files.createDirectories(folder.resolve("jvms/jdk-17/bin"));
        var javac = Files.createFile(old.resolve("javac"));
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"17.0.9\"\n");

        assertThat(run(without(), "up").output()).contains("needs a JDK 25");
    }

    /// A machine without any JDK: only the plainest commands are there.
    private Map<String, String> without() throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var command : COMMANDS) {
            var there = List.of(Path.of("/usr/bin", command), Path.of("/bin", command));
            var real = there.stream().filter(Files::exists).findFirst().orElseThrow();
            if (!Files.exists(bin.resolve(command))) {
                Files.createSymbolicLink(bin.resolve(command), real);
            }
        }
        return Map.of(
                "PATH",
                bin.toString(),
                "HOME",
                folder.toString(),
                "JAVA_HOME",
                "",
                "HANDBELL_JVMS",
                folder.resolve("jvms").toString());
    }

    private static Run run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/bin/sh", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private record Run(int status, String output) {}
}
