package org.handbell.cases.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.handbell.cases.TestDesk;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `ops/audit-roles.sql`, with real roles and real connections: the desk works on as a role that
/// cannot change what it wrote down.
class AuditRolesTest {

    private static final Path SCRIPT = Path.of("..", "ops", "audit-roles.sql");
    private static final String DENIED = "42501";

    private static String database;
    private static TestDesk desk;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.newDatabase();
        admin("create role desk login password 'desk'");
        admin("create role walker login password 'walker'");
        admin("create schema cases authorization desk");
        desk =
                TestDesk.start(
                        TestDesk.newPrefix(),
                        Map.of("spring.datasource.url", as("desk") + "&currentSchema=cases"));
        append();
        admin(script());
        admin("grant handbell_auditor to walker");
    }

    @AfterAll
    static void stop() throws SQLException {
        desk.close();
        admin("drop owned by desk, walker, handbell_audit_owner, handbell_auditor cascade");
        admin("drop role desk, walker, handbell_audit_owner, handbell_auditor");
    }

    @Test
    void theDeskGoesOnWriting() {
        append();
        assertThat(desk.bean(AuditTrail.class).verify()).isInstanceOf(AuditTrail.Check.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update cases.audit_entry set actor = 'nobody'",
                "delete from cases.audit_entry",
                "truncate cases.audit_entry",
                "alter table cases.audit_entry disable trigger user",
                "drop table cases.audit_entry",
                "drop schema cases cascade",
                "delete from cases.audit_head",
                "alter table cases.audit_head disable trigger user",
                "create or replace function cases.audit_is_append_only() returns trigger language plpgsql as 'begin return null; end'",
                "set role handbell_audit_owner"
            })
    void theDeskCannotChangeWhatItWrote(String tampering) {
        assertThatThrownBy(() -> run("desk", tampering))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }

    @Test
    void whoWalksTheTrailReadsItAndNothingElse() throws SQLException {
        run("walker", "select * from cases.audit_entry");
        run("walker", "select * from cases.audit_head");
        for (var tried :
                new String[] {
                    "select * from cases.cases",
                    "select * from cases.evidence",
                    "insert into cases.audit_entry select * from cases.audit_entry",
                    "update cases.audit_head set number = 0"
                }) {
            assertThatThrownBy(() -> run("walker", tried))
                    .as(tried)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
        }
    }

    private static void append() {
        desk.transaction()
                .executeWithoutResult(
                        _ -> desk.bean(AuditLog.class).append("st-01", "case.read", "case:1", ""));
    }

    /// As psql would run it.
    private static String script() throws IOException {
        return Files.readString(SCRIPT).replace(":\"desk\"", "desk");
    }

    private static void admin(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database)) {
            run(connection, sql);
        }
    }

    private static void run(String role, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(as(role))) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String as(String role) {
        return database.replaceAll("\\?.*", "") + "?user=" + role + "&password=" + role;
    }
}
