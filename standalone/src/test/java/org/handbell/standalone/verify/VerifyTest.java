package org.handbell.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.cases.CaseApplication;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.evidence.Capture;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.test.TestDatabase;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/// Both commands on a database that a real desk wrote.
class VerifyTest {

    private static final String EVIDENCE = "waiting:any";

    @TempDir static Path folder;

    private static String database;
    private static Path key;
    private static ConfigurableApplicationContext desk;

    @BeforeAll
    static void aDeskThatWrote() throws Exception {
        database = TestDatabase.newDatabase();
        key = folder.resolve("evidence.key");
        var hashKey = Files.write(folder.resolve("hash.key"), new byte[32]);
        desk =
                new SpringApplicationBuilder(CaseApplication.class)
                        .properties(Map.of("spring.config.name", "case-service"))
                        .registerShutdownHook(false)
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + database,
                                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                                "--handbell.hash-key-file=" + hashKey,
                                "--handbell.evidence.master-key-file=" + key,
                                "--handbell.evidence.create-missing-key=true",
                                "--handbell.reading.group=verify-test");
        desk.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var locker = desk.getBean(EvidenceLocker.class);
                    locker.keep(
                            EVIDENCE, capture(), "secret words".getBytes(StandardCharsets.UTF_8));
                    locker.keep("waiting:erased", capture(), new byte[0]);
                    locker.erase("waiting:erased");
                    for (var i = 0; i < 5; i++) {
                        desk.getBean(AuditLog.class).append("st-01", "case.read", "case:1", "");
                    }
                });
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void whatIsWholeIsSaidSo() {
        assertThat(look("audit").lines())
                .containsExactly("true", "✓ the audit trail is whole: 5 entries");
        assertThat(look("evidence").lines())
                .containsExactly(
                        "true",
                        "✓ 1 chains are whole, 1 more were erased on purpose, 0 are broken");
    }

    @Test
    void whatWasChangedIsNamedWithoutAnyContent() throws SQLException {
        var broken =
                changed(
                        "update cases.audit_entry set actor = 'st-02' where number = 3",
                        "update cases.audit_entry set actor = 'st-01' where number = 3",
                        "audit");
        assertThat(broken.lines().getFirst()).isEqualTo("false");
        assertThat(broken.lines().getLast())
                .startsWith("✗ the audit trail is broken at entry 3")
                .doesNotContain("st-0");

        var evidence =
                changed(
                        "update cases.evidence set kind = 'DELETED' where holder = 'waiting:any'",
                        "update cases.evidence set kind = 'POST' where holder = 'waiting:any'",
                        "evidence");
        assertThat(evidence.lines())
                .containsExactly(
                        "false",
                        "✗ waiting:any: entry 1: the entry does not fit the one before",
                        "✗ 0 chains are whole, 1 more were erased on purpose, 1 are broken");
    }

    /// Who has the database and no key cannot make a trail that passes.
    @Test
    void anotherKeyIsNotTheDesks() throws Exception {
        var other = Files.write(folder.resolve("other.key"), new byte[32]);
        assertThat(look("audit", other).lines().getFirst()).isEqualTo("false");
    }

    @Test
    void wordsThatAreNotUnderstoodAndAKeyOrADatabaseThatIsNotThereAreNamed() {
        var nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> VerifyOptions.of(List.of(), nowhere))
                .hasMessageContaining("verify-audit");
        assertThatThrownBy(() -> VerifyOptions.of(List.of("audit", "--loud", "x"), nowhere))
                .hasMessageStartingWith("unknown option --loud");
        assertThatThrownBy(() -> VerifyOptions.of(List.of("audit", "--data"), nowhere))
                .hasMessageStartingWith("--data needs a value");
        assertThatThrownBy(() ->
                        VerifyOptions.of(List.of("audit"), nowhere)
                                .verify(new StandardEnvironment(), Clock.systemUTC()))
                .hasMessageStartingWith("No database is known");
        assertThatThrownBy(() ->
                        VerifyOptions.of(List.of("audit", "--database", database), nowhere)
                                .verify(new StandardEnvironment(), Clock.systemUTC()))
                .hasMessageContaining("evidence.key is missing");
    }

    private record Looked(List<String> lines) {}

    private static Looked changed(String tampering, String undone, String what)
            throws SQLException {
        run("alter table cases.audit_entry disable trigger user");
        try {
            run(tampering);
            return look(what);
        } finally {
            run(undone);
            run("alter table cases.audit_entry enable trigger user");
        }
    }

    private static Looked look(String what) {
        return look(what, key);
    }

    /// First whether all is whole, then what was said.
    private static Looked look(String what, Path with) {
        var said = new ArrayList<String>();
        var options = List.of(what, "--database", database, "--master-key-file", with.toString());
        var whole =
                VerifyOptions.of(options, folder)
                        .verify(new StandardEnvironment(), Clock.systemUTC())
                        .look(said::add);
        said.addFirst(String.valueOf(whole));
        return new Looked(said);
    }

    private static void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Capture capture() {
        return new Capture(
                Capture.Kind.POST, "any", null, "any", Instant.EPOCH, null, "any", List.of());
    }
}
