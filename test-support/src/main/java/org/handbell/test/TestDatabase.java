package org.handbell.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbell.embedded.EmbeddedDatabase;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// One real PostgreSQL for all tests of this JVM: a container where a Docker engine answers, else
/// one beside the process. Each caller gets an empty database of its own.
public final class TestDatabase {

    private static final String IMAGE =
            System.getProperty("handbell.test.postgres-image", "postgres:18");

    private static final AtomicInteger MADE = new AtomicInteger();

    private TestDatabase() {}

    /// JDBC address, user and password included, of a new, empty database.
    public static String newDatabase() {
        var name = "test_" + MADE.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("could not make the database " + name, e);
        }
        return url(name);
    }

    private static String url(String database) {
        return Holder.SERVER.formatted(database);
    }

    private static final class Holder {
        static final String SERVER =
                Docker.orEmbedded(TestDatabase::container, TestDatabase::embedded);
    }

    private static String container() {
        var postgres =
                new PostgreSQLContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));
        postgres.start();
        return "jdbc:postgresql://%s:%d/%%s?user=%s&password=%s"
                .formatted(
                        postgres.getHost(),
                        postgres.getMappedPort(5432),
                        postgres.getUsername(),
                        postgres.getPassword());
    }

    private static String embedded() {
        try {
            var database = EmbeddedDatabase.start(Files.createTempDirectory("handbell-pg"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-test-db"));
            return database.jdbcUrl("%s");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the test database", e);
        }
    }
}
