package org.handbell.endtoend.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `docker-compose.yml` as a project of its own: free ports, and stand-ins for the images that
/// cannot be pulled. Grafana has no stand-in and is left out.
final class Compose implements AutoCloseable {

    static final List<String> SERVICES =
            List.of("ingest-service", "analysis-service", "case-service", "notification-service");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PORTS =
            List.of(
                    "CONSOLE_PORT",
                    "SCHOOL_PORT",
                    "MAIL_PORT",
                    "KEYCLOAK_PORT",
                    "PROMETHEUS_PORT",
                    "ALERTMANAGER_PORT");

    private final String project = "handbell-it-" + ProcessHandle.current().pid();
    private final Map<String, String> environment = new HashMap<>();

    private Compose(Map<String, String> images) {
        environment.putAll(images);
        PORTS.forEach(name -> environment.put(name, Integer.toString(freePort())));
    }

    /// What is missing to start it; empty where nothing is.
    static Optional<String> missing() {
        if (!succeeds("docker", "info")) {
            return Optional.of("no Docker engine answers");
        }
        if (!succeeds("docker-compose", "version")) {
            return Optional.of("docker-compose is not installed");
        }
        return Files.exists(images())
                ? Optional.empty()
                : Optional.of("the images are not built: there is no " + images());
    }

    /// Starts everything and returns when all that has a probe is healthy.
    static Compose up() {
        var compose = new Compose(variables(images()));
        try {
            var command = new ArrayList<>(List.of("up", "-d", "--no-build"));
            command.addAll(SERVICES);
            command.addAll(List.of("prometheus", "alertmanager", "keycloak"));
            compose.compose(command.toArray(String[]::new));
            return compose;
        } catch (RuntimeException e) {
            compose.close();
            throw e;
        }
    }

    int port(String variable) {
        return Integer.parseInt(environment.get(variable));
    }

    String image(String service) {
        return environment.get("HANDBELL_IMAGES")
                + service
                + ":"
                + environment.get("HANDBELL_VERSION");
    }

    String network() {
        return project + "_inner";
    }

    String volume(String name) {
        return project + "_" + name;
    }

    /// Names of all containers that run.
    List<String> containers() {
        return run("docker", "ps", "--filter", "name=" + project, "--format", "{{.Names}}")
                .lines()
                .toList();
    }

    String container(String service) {
        return project + "_" + service + "_1";
    }

    /// Reads a fact of a container by a Go template.
    String inspect(String container, String template) {
        return run("docker", "inspect", "-f", template, container).strip();
    }

    boolean healthy(String service) {
        return inspect(container(service), "{{.State.Health.Status}}").equals("healthy");
    }

    /// Rows of a query, as text with `|` between the columns.
    List<String> rows(String database, String sql) {
        return run(
                        "docker",
                        "exec",
                        container("postgres"),
                        "psql",
                        "-U",
                        "postgres",
                        "-d",
                        database,
                        "-Atc",
                        sql)
                .lines()
                .toList();
    }

    /// Runs `docker-compose` on this project.
    String compose(String... arguments) {
        var command = new ArrayList<>(List.of("docker-compose", "-p", project));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /// Runs a command to its end and gives what it printed.
    ///
    /// @throws IllegalStateException with what it printed, where it fails
    String run(String... command) {
        var ended = end(environment, command);
        if (ended.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + ended.output());
        }
        return ended.output();
    }

    /// Runs a command that may fail.
    Ended end(String... command) {
        return end(environment, command);
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "5");
    }

    private static Ended end(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(command).directory(ROOT.toFile());
            builder.environment().putAll(environment);
            var process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean succeeds(String... command) {
        return end(Map.of(), command).status() == 0;
    }

    private static Path images() {
        var cache = System.getenv("HANDBELL_E2E_CACHE");
        var folder =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "handbell-e2e")
                        : Path.of(cache);
        return folder.resolve("docker/images.env");
    }

    private static Map<String, String> variables(Path file) {
        try {
            var variables = new HashMap<String, String>();
            Files.readAllLines(file).stream()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> variables.put(pair[0], pair[1]));
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /// @param status 0 where it went well
    record Ended(int status, String output) {}
}
