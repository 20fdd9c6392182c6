package org.handbell.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The whole system in a process of its own, with everything it logs.
public final class Handbell implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Map<String, Integer> ports;
    private final ServerProcess process;
    private final Http http = new Http();

    private Handbell(Path folder, Map<String, Integer> ports, ServerProcess process) {
        this.folder = folder;
        this.ports = ports;
        this.process = process;
    }

    /// Starts it and returns when every service takes requests.
    ///
    /// @param trust the trust to import, as JSON
    /// @param settings `<service>:<key>=<value>`, `*` for all services
    public static Handbell start(String trust, List<String> settings) {
        var folder = RealServers.openFolder("handbell-system-");
        var ports = new LinkedHashMap<String, Integer>();
        List.of("cases", "ingest", "analysis", "notification")
                .forEach(service -> ports.put(service, RealServers.freePort()));
        var all = new ArrayList<>(ownSettings(folder, ports));
        all.add(
                "cases:handbell.import.trust="
                        + write(folder, "trust.json", trust.getBytes(UTF_8)));
        all.addAll(settings);
        var process = ServerProcess.start("handbell", folder, Map.of(), command(folder, all));
        var handbell = new Handbell(folder, ports, process);
        try {
            await().atMost(START).until(() -> process.output().contains(WholeSystem.READY));
            return handbell;
        } catch (RuntimeException e) {
            handbell.close();
            throw e;
        }
    }

    private static List<String> ownSettings(Path folder, Map<String, Integer> ports) {
        var settings = new ArrayList<String>();
        ports.forEach((service, port) -> settings.add(service + ":server.port=" + port));
        settings.addAll(
                List.of(
                        "*:handbell.hash-key-file=" + key(folder, "hash.key"),
                        "ingest:handbell.ingest.fingerprint-key-file="
                                + key(folder, "fingerprint.key"),
                        "cases:handbell.evidence.master-key-file=" + key(folder, "evidence.key"),
                        "cases:handbell.sign-in.one-click=true",
                        "cases:handbell.console.base-url=http://localhost:" + ports.get("cases")));
        return settings;
    }

    private static Path key(Path folder, String name) {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        return write(folder, name, random);
    }

    private static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + name, e);
        }
    }

    private static List<String> command(Path folder, List<String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Duser.dir=" + folder, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
        command.add(WholeSystem.class.getName());
        command.add(folder.resolve("data").toString());
        command.addAll(settings);
        return command;
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator, -1)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    /// Everything it has logged or printed so far.
    public String log() {
        return process.output();
    }

    /// The figures of each service, as Prometheus reads them.
    Map<String, String> metrics() {
        var metrics = new LinkedHashMap<String, String>();
        ports.forEach((service, port) ->
                metrics.put(
                        service,
                        http.getText(
                                URI.create(
                                        "http://localhost:%d/actuator/prometheus"
                                                .formatted(port)))));
        return metrics;
    }

    /// Where a service listens: `cases`, `ingest`, `analysis` or `notification`.
    public int port(String service) {
        return Objects.requireNonNull(ports.get(service), service);
    }

    /// Bootstrap servers of the broker.
    public String broker() {
        return said(WholeSystem.BROKER);
    }

    /// First column of a query's rows, as text.
    public List<String> rows(String sql, String... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var rows = new ArrayList<String>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(String.valueOf(result.getString(1)));
                }
            }
            return List.copyOf(rows);
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask the database: " + sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(said(WholeSystem.DATABASE));
    }

    private String said(String what) {
        return log().lines()
                .filter(line -> line.startsWith(what))
                .findFirst()
                .orElseThrow()
                .substring(what.length());
    }

    @Override
    public void close() {
        process.close();
        RealServers.remove(folder);
    }
}
