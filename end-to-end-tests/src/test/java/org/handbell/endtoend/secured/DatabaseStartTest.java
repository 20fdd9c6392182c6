package org.handbell.endtoend.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.handbell.contract.start.DatabaseFacts;
import org.handbell.contract.start.DatabaseStart;
import org.handbell.contract.start.NotReadyException;
import org.handbell.contract.start.Problem;
import org.handbell.test.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a service is told at its start by a real PostgreSQL with passwords, roles and TLS.
class DatabaseStartTest {

    @TempDir static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Quiet.logs();
        var certificates = new TestCertificates(folder);
        var old = certificates.expired("old-postgres", certificates.valid("authority"));
        // PostgreSQL takes no key that others can read.
        Files.setPosixFilePermissions(old.key(), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .start();
        sql("create role handbell login password 'right'");
        sql("create database handbell");
        sql("revoke create on database handbell from public");
        Files.writeString(
                folder.resolve("postgres").resolve("pg_hba.conf"),
                """
                host all postgres 127.0.0.1/32 trust
                host all handbell 127.0.0.1/32 scram-sha-256
                """);
        Files.copy(old.certificate(), folder.resolve("postgres").resolve("server.crt"));
        Files.copy(
                old.key(),
                folder.resolve("postgres").resolve("server.key"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        var owner = Files.getOwner(folder.resolve("postgres").resolve("PG_VERSION"));
        Files.setOwner(folder.resolve("postgres").resolve("server.key"), owner);
        sql("alter system set ssl = on");
        sql("select pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aWrongPasswordIsNamed() {
        assertThat(look("handbell", "handbell", "wrong", "cases"))
                .containsExactly(
                        new Problem(
                                "the password is wrong, or there is no such user",
                                "check spring.datasource.url, .username and .password, or the environment that fills them"));
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThat(look("nowhere", "handbell", "right", "cases"))
                .containsExactly(
                        new Problem(
                                "there is no database nowhere",
                                "create database nowhere; or correct spring.datasource.url"));
    }

    @Test
    void aRoleThatMayNotComeInIsNamed() throws SQLException {
        assertThat(look("handbell", "stranger", "any", "cases"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).startsWith("the user may not sign in: ");
                    assertThat(problem.remedy()).contains("pg_hba.conf");
                });
    }

    @Test
    void aRoleThatMayNotMakeTheSchemaIsNamedWithWhatGivesIt() {
        assertThat(look("handbell", "handbell", "right", "cases"))
                .containsExactly(
                        new Problem(
                                "schema cases is missing, and role handbell may not make it",
                                "create schema cases authorization \"handbell\"; or grant create on database handbell to \"handbell\";"));
    }

    @Test
    void aSchemaOrTablesOfAnotherRoleAreNamed() throws SQLException {
        sqlIn("handbell", "create schema closed");
        sqlIn("handbell", "create schema half");
        sqlIn("handbell", "grant usage, create on schema half to handbell");
        sqlIn("handbell", "create table half.things (id int)");

        assertThat(look("handbell", "handbell", "right", "closed"))
                .containsExactly(
                        new Problem(
                                "role handbell may not use schema closed and make tables in it",
                                "grant usage, create on schema closed to \"handbell\";"));
        assertThat(look("handbell", "handbell", "right", "half"))
                .extracting(Problem::what)
                .containsExactly("role handbell may not write all tables in schema half");
    }

    @Test
    void aRoleWithItsOwnSchemaIsReady() throws SQLException {
        sqlIn("handbell", "create schema ours authorization handbell");

        assertThat(look("handbell", "handbell", "right", "ours")).isEmpty();
    }

    /// An old PostgreSQL is not at hand: the number is given.
    @Test
    void anOldPostgresqlIsNamed() {
        var old = new DatabaseFacts(14, "handbell", true, false, true, true);

        assertThat(old.problems("cases", "handbell"))
                .containsExactly(
                        new Problem(
                                "it is PostgreSQL 14, and Handbell needs 15 or newer",
                                "upgrade PostgreSQL (pg_upgrade, or dump and restore); Handbell is tested with 18"));
        assertThat(
                        new DatabaseFacts(15, "handbell", true, false, true, true)
                                .problems("cases", "handbell"))
                .isEmpty();
    }

    @Test
    void aServersCertificateThatHasExpiredIsNamedWithItsDates() {
        var url =
                url("handbell")
                        + "?sslmode=verify-full&sslrootcert="
                        + folder.resolve("authority.crt");

        assertThat(DatabaseStart.look(source(url, "handbell", "right"), url, "cases"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what())
                            .startsWith(
                                    "the server's certificate has expired (CN=old-postgres, valid from 20");
                    assertThat(problem.remedy())
                            .startsWith("have the server's certificate renewed (ssl_cert_file)");
                });
    }

    @Test
    void aServerThatIsNotThereIsNamedAndNoPasswordIsShown() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var url = "jdbc:postgresql://127.0.0.1:%d/handbell?password=secret".formatted(port);

        assertThatThrownBy(() ->
                        DatabaseStart.require(
                                "case-service", source(url, "handbell", "right"), url, "cases"))
                .isInstanceOf(NotReadyException.class)
                .hasMessageStartingWith(
                        "case-service cannot work with PostgreSQL at 127.0.0.1:%d:\n  - nobody lets us in there: "
                                .formatted(port))
                .hasMessageNotContaining("secret");
    }

    private static List<Problem> look(
            String database, String user, String password, String schema) {
        return DatabaseStart.look(source(url(database), user, password), url(database), schema);
    }

    private static DriverManagerDataSource source(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    private static void sql(String statement) throws SQLException {
        sqlIn("postgres", statement);
    }

    private static void sqlIn(String database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), "postgres", "");
                var it = connection.createStatement()) {
            it.execute(statement);
        }
    }
}
