package org.handbell.ingest.source.wordpress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A real WordPress of its own: Debian's WordPress, served by PHP's own web server on a free port
/// of loopback, with a MariaDB that listens on a socket in the same folder alone.
final class RealWordPress implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> OURS = List.of("wp-config.php", "router.php", "act.php");

    private final Programs programs;
    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private RealWordPress(Programs programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// What it takes.
    ///
    /// @param wordpress folder of Debian's package, in the folder of downloaded servers
    ///   (`HANDBELL_E2E_CACHE`) or installed
    record Programs(Path wordpress, Path php, Path mariadb) {

        /// What of it is not there, for a test that must say why it did not run.
        static final String NEEDED =
                "needs WordPress, PHP with MySQL and MariaDB (Debian: wordpress, php-getid3, php-cli,"
                        + " php-mysql, mariadb-server-core)";

        static Optional<Programs> find() {
            var home =
                    Path.of(System.getProperty("user.home"), ".cache", "handbell-e2e").toString();
            var cache = Optional.ofNullable(System.getenv("HANDBELL_E2E_CACHE")).orElse(home);
            var installed = Path.of("/usr/share/wordpress");
            var unpacked = Path.of(cache, "wordpress", "usr", "share", "wordpress");
            return Stream.of(unpacked, installed)
                    .filter(folder -> Files.isReadable(folder.resolve("wp-load.php")))
                    .findFirst()
                    .flatMap(folder ->
                            program("php")
                                    .flatMap(php ->
                                            program("mariadbd")
                                                    .map(db -> new Programs(folder, php, db))));
        }

        private static Optional<Path> program(String name) {
            var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
            return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/bin"))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    static RealWordPress start(Programs programs, Path folder) {
        try {
            var started = new RealWordPress(programs, folder, freePort());
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    String hostPort() {
        return "localhost:" + port;
    }

    /// Posts with a title.
    ///
    /// @return the post's number
    String post(String title, String html) {
        return act("post", title, html);
    }

    /// Does one of the things that the script in `src/test/resources/wordpress` knows.
    String act(String... words) {
        var command = new ArrayList<>(List.of(folder.resolve("act.php").toString()));
        command.addAll(List.of(words));
        return run(php(command));
    }

    @Override
    public void close() {
        for (var process : processes.reversed()) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start() throws IOException {
        run(
                new ProcessBuilder(
                        "cp",
                        "-rL",
                        programs.wordpress.toString(),
                        folder.resolve("site").toString()),
                false);
        for (var name : OURS) {
            var to = name.startsWith("wp-") ? folder.resolve("site") : folder;
            Files.write(to.resolve(name), resource(name));
        }
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("first.sql"), "CREATE DATABASE IF NOT EXISTS blog;\n");
        processes.add(database().start());
        await(() -> Files.exists(socket()));
        act("install");
        var web =
                php(
                        List.of(
                                "-S",
                                hostPort(),
                                "-t",
                                site(),
                                folder.resolve("router.php").toString()));
        processes.add(web.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        await(this::answers);
    }

    private ProcessBuilder database() {
        return new ProcessBuilder(
                        programs.mariadb.toString(),
                        "--no-defaults",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + folder.resolve("data"),
                        "--socket=" + socket(),
                        "--pid-file=" + folder.resolve("database.pid"),
                        "--init-file=" + folder.resolve("first.sql"),
                        "--skip-networking",
                        "--skip-grant-tables",
                        "--innodb-buffer-pool-size=16M",
                        "--performance-schema=OFF")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private ProcessBuilder php(List<String> arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                programs.php.toString(),
                                "-d",
                                "sendmail_path=/bin/true",
                                "-d",
                                "display_errors=0"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("BLOG_FOLDER", site());
        process.environment().put("BLOG_DATABASE", socket().toString());
        process.environment().put("BLOG_ADDRESS", url(""));
        return process;
    }

    private String site() {
        return folder.resolve("site").toString();
    }

    private Path socket() {
        return folder.resolve("database.sock");
    }

    private boolean answers() {
        try (var connection = new Socket()) {
            connection.connect(new InetSocketAddress("localhost", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier there) {
        org.awaitility.Awaitility.await().atMost(START).until(there::getAsBoolean);
    }

    private static String run(ProcessBuilder builder) {
        return run(builder, true);
    }

    /// @param strict whether a status other than 0 is a failure: some links of the package lead to
    ///   packages that only its pages for people need
    private static String run(ProcessBuilder builder, boolean strict) {
        try {
            var process = builder.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || (strict && process.exitValue() != 0)) {
                process.destroyForcibly();
                throw new IllegalStateException("WordPress: " + said);
            }
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = RealWordPress.class.getResourceAsStream("/wordpress/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
