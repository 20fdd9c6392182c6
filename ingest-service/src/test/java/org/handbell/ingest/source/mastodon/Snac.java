package org.handbell.ingest.source.mastodon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real snac2 on a free port of loopback. It is a small ActivityPub server that others wrote, and
/// speaks part of Mastodon's API.
public final class Snac implements AutoCloseable {

    private final Path program;
    private final Path home;
    private final int port;
    private final Process process;

    private Snac(Path program, Path home, int port, Process process) {
        this.program = program;
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /// The program, from the folder of downloaded servers (`HANDBELL_E2E_CACHE`) or on the path;
    /// empty where it is not installed (Debian: snac2, from backports).
    public static Optional<Path> program() {
        var home = Path.of(System.getProperty("user.home"), ".cache", "handbell-e2e").toString();
        var cache = Optional.ofNullable(System.getenv("HANDBELL_E2E_CACHE")).orElse(home);
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.of(Path.of(cache, "snac2", "usr", "bin", "snac")),
                        Stream.of(path.split(":")).map(p -> Path.of(p, "snac")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts a server with one account.
    public static Snac start(Path program, Path folder, String account) {
        try {
            int port = freePort();
            var home = folder.resolve("snac");
            run(
                    program,
                    "127.0.0.1\n" + port + "\nlocalhost:" + port + "\n\n\n",
                    "init",
                    home.toString());
            var settings = home.resolve("server.json");
            var text = Files.readString(settings);
            Files.writeString(settings, text.replace("\"https\"", "\"http\""));
            run(program, "", "adduser", home.toString(), account);
            var process = process(program, "httpd", home.toString()).start();
            return new Snac(program, home, port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String profile(String account) {
        return "http://localhost:" + port + "/" + account;
    }

    public String hostPort() {
        return "localhost:" + port;
    }

    /// Posts as the account, with snac's own command.
    public void post(String account, String text) {
        run(program, "", "note", home.toString(), account, text);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Path program, String input, String... arguments) {
        try {
            var process = process(program, arguments).start();
            try (var in = process.outputWriter()) {
                in.write(input);
            }
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("snac " + List.of(arguments) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder process(Path program, String... arguments) {
        var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
