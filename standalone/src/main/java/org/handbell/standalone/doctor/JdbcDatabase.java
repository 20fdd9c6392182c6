package org.handbell.standalone.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.handbell.contract.start.DatabaseStart;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database of a service: whether it lets us in, its version, the rights on the schema, the
/// state of the migrations, and its clock.
///
/// @param url without a password, which is in the credentials
record JdbcDatabase(String schema, String url, Properties credentials, Clock clock)
        implements Check {

    private static final Duration SKEW = Duration.ofSeconds(5);

    @Override
    public List<Diagnosis> look() {
        var problems = DatabaseStart.look(source(), url, schema);
        if (!problems.isEmpty()) {
            return problems.stream().map(Diagnosis::of).toList();
        }
        try (var connection = DriverManager.getConnection(url, credentials)) {
            return inside(connection);
        } catch (SQLException e) {
            return List.of(
                    Diagnosis.ill(
                            "PostgreSQL, schema %s: %s".formatted(schema, e.getMessage()), ""));
        }
    }

    private DataSource source() {
        return new DriverManagerDataSource(url, credentials);
    }

    private List<Diagnosis> inside(Connection connection) throws SQLException {
        var found = new ArrayList<Diagnosis>();
        found.add(migrations(connection));
        try (var row = connection.createStatement().executeQuery("select now()")) {
            row.next();
            var apart = Duration.between(row.getTimestamp(1).toInstant(), clock.instant()).abs();
            if (apart.compareTo(SKEW) > 0) {
                found.add(
                        Diagnosis.look(
                                "the clocks of PostgreSQL and this machine are %d s apart"
                                        .formatted(apart.toSeconds()),
                                "let both follow the same time servers"));
            }
        }
        return found;
    }

    private Diagnosis migrations(Connection connection) throws SQLException {
        var server =
                "PostgreSQL %d, schema %s"
                        .formatted(connection.getMetaData().getDatabaseMajorVersion(), schema);
        var question =
                "select version, success from %s.flyway_schema_history order by installed_rank desc limit 1"
                        .formatted(schema);
        try (var row = connection.createStatement().executeQuery(question)) {
            if (row.next() && row.getBoolean(2)) {
                return Diagnosis.well(
                        "%s: migrated to version %s".formatted(server, row.getString(1)));
            }
            return Diagnosis.ill(
                    "%s: a migration failed".formatted(server),
                    "what the service logs at its start says which one and why");
        } catch (SQLException e) {
            return Diagnosis.look(
                    "%s: not migrated yet".formatted(server), "start the service, which does it");
        }
    }
}
