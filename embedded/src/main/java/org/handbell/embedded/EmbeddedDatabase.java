package org.handbell.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A real PostgreSQL beside this process, reachable on the loopback address only. What it stores is
/// kept in its folder over restarts and is on disk when a transaction commits.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /// Starts a database and returns when it takes connections.
    ///
    /// @param folder where its data live; made where missing
    /// @param port loopback port; 0 takes a free one
    public static EmbeddedDatabase start(Path folder, int port) {
        stopSurvivor(folder);
        try {
            var builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder.toAbsolutePath().toFile())
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("shared_buffers", "32MB")
                            .setServerConfig("max_connections", "60");
            if (port != 0) {
                builder.setPort(port);
            }
            return new EmbeddedDatabase(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start PostgreSQL in " + folder, e);
        }
    }

    /// JDBC address of the database `postgres`, for the user `postgres`, without a password.
    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    /// JDBC address of a database by name.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres"
                .formatted(postgres.getPort(), database);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not stop PostgreSQL", e);
        }
    }

    /// A process that was killed leaves its PostgreSQL running on the same folder. It is ours where
    /// its pid file says so: stop it, so that the new one starts with our settings.
    private static void stopSurvivor(Path folder) {
        survivor(folder)
                .ifPresent(process -> {
                    process.destroy();
                    awaitExit(process);
                });
    }

    private static Optional<ProcessHandle> survivor(Path folder) {
        var pidFile = folder.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(pidFile);
            var ours = lines.size() > 1 && Path.of(lines.get(1)).equals(folder.toRealPath());
            return ours
                    ? ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                            .filter(EmbeddedDatabase::isPostgres)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + pidFile, e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(
                    "PostgreSQL of an earlier run (pid " + process.pid() + ") does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
