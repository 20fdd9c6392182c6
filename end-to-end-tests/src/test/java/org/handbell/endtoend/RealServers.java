package org.handbell.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the servers that others wrote are found on this machine. `.ci/run` puts them there;
/// without them the tests skip and say what is missing.
public final class RealServers {

    /// Debian's folders for servers, which are not on everybody's `PATH`.
    private static final List<String> SERVER_FOLDERS =
            List.of("/usr/sbin", "/usr/lib/postfix/sbin");

    private RealServers() {}

    /// Folder of what `.ci/run` downloaded: `HANDBELL_E2E_CACHE`, else `~/.cache/handbell-e2e`.
    public static Path folder() {
        var given = System.getenv("HANDBELL_E2E_CACHE");
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "handbell-e2e")
                : Path.of(given);
    }

    /// Skips the calling test where something is missing, and says what.
    public static void require(Optional<String> missing) {
        assumeTrue(
                missing.isEmpty(),
                () -> missing.orElseThrow() + " (`.ci/run` installs what can be had)");
    }

    /// The first of these programs that is installed.
    public static Optional<Path> program(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var folders = new ArrayList<>(Arrays.asList(path.split(File.pathSeparator)));
        folders.addAll(SERVER_FOLDERS);
        return folders.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A loopback port that was free a moment ago.
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /// A new folder that other users' processes may enter, as mail servers drop their rights.
    public static Path openFolder(String prefix) {
        try {
            var folder = Files.createTempDirectory(prefix);
            Files.setPosixFilePermissions(
                    folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for " + prefix, e);
        }
    }

    /// Removes a server's folder with all it holds.
    public static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + folder, e);
        }
    }
}
