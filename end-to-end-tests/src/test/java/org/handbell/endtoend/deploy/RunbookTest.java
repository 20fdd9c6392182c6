package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the runbook are what an operator types in a bad hour, so they are typed here
/// first.
class RunbookTest {

    private static final String RUNBOOK = MonitoringFiles.text(MonitoringFiles.RUNBOOK);

    /// Columns that hold what somebody said, or who somebody is.
    private static final Pattern CONTENT =
            Pattern.compile(
                    "\\b(sealed|payload|words|serialized_event|body|detail|email|person_id|name"
                            + "|subject_id|actor|address|link|value)\\b");

    @Test
    void everyStatementRunsOnTheTablesOfTheServices() throws SQLException {
        var database = TestDatabase.newDatabase();
        migrate(database, "cases");
        migrate(database, "notification");
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            for (var sql : commands("sql")) {
                assertThatCode(() -> statement.executeQuery(sql).close())
                        .as(sql)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void noStatementReadsWhatSomebodySaidOrWhoSomebodyIs() {
        assertThat(commands("sql"))
                .isNotEmpty()
                .noneMatch(sql -> CONTENT.matcher(sql).find())
                .allMatch(sql -> sql.startsWith("select "));
    }

    @Test
    void everyQueryIsOneThatPrometheusUnderstands(@TempDir Path folder) throws Exception {
        var promtool = InstalledTool.require("promtool");
        var queries = commands("prom");
        assertThat(queries).isNotEmpty();
        var rules = new StringBuilder("groups:\n- name: runbook\n  rules:\n");
        for (var query : Set.copyOf(queries)) {
            rules.append(
                    "  - {alert: R%d, expr: \"%s\"}\n".formatted(rules.length(), escape(query)));
        }
        Files.writeString(folder.resolve("runbook.yml"), rules);
        assertThat(promtool.run(folder, "check", "rules", "runbook.yml")).contains("SUCCESS");
    }

    private static String escape(String query) {
        return query.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Test
    void everyLinkWithinTheRunbookLeadsToAHeading() {
        var headings =
                Pattern.compile("(?m)^#+ (.+)$")
                        .matcher(RUNBOOK)
                        .results()
                        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
                        .toList();
        assertThat(Pattern.compile("\\(#([a-z-]+)\\)").matcher(RUNBOOK).results())
                .isNotEmpty()
                .allMatch(link -> headings.contains(link.group(1)));
    }

    /// What stands in quotes behind a command of the runbook.
    private static List<String> commands(String command) {
        var quote = command.equals("sql") ? "\"" : "'";
        return Pattern.compile("`" + command + " " + quote + "([^`]+)" + quote + "`")
                .matcher(RUNBOOK)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void migrate(String database, String schema) {
        Flyway.configure()
                .dataSource(database, null, null)
                .locations("classpath:db/" + schema)
                .schemas(schema)
                .defaultSchema(schema)
                .load()
                .migrate();
    }
}
