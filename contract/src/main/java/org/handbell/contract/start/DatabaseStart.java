package org.handbell.contract.start;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What a service asks of its database before the first migration: that it lets the service in, is
/// new enough, and lets it make its own schema.
public final class DatabaseStart {

    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://([^/?,]+)[^/?]*/?([^?]*)");
    private static final String SETTINGS =
            "check spring.datasource.url, .username and .password, or the environment that fills them";

    private final String address;
    private final String database;
    private final Clock clock;

    private DatabaseStart(String url, Clock clock) {
        var parts = ADDRESS.matcher(url);
        var found = parts.lookingAt();
        this.address = found ? withPort(parts.group(1)) : "the address given";
        this.database = found ? parts.group(2) : "";
        this.clock = clock;
    }

    /// @param service as in `spring.application.name`
    /// @param url as in `spring.datasource.url`; a password in it is never shown
    /// @param schema that the service keeps its tables in
    /// @throws NotReadyException naming everything that is wrong, with what mends it
    public static void require(String service, DataSource source, String url, String schema) {
        var start = new DatabaseStart(url, Clock.systemUTC());
        var problems = start.problems(source, schema);
        if (!problems.isEmpty()) {
            throw new NotReadyException(
                    "%s cannot work with PostgreSQL at %s".formatted(service, start.address),
                    problems);
        }
    }

    /// Everything that is wrong; empty where a service can work.
    public static List<Problem> look(DataSource source, String url, String schema) {
        return new DatabaseStart(url, Clock.systemUTC()).problems(source, schema);
    }

    /// @throws RuntimeException where the failure is none of those that a person can mend
    private List<Problem> problems(DataSource source, String schema) {
        try (var connection = source.getConnection()) {
            return DatabaseFacts.read(connection, schema).problems(schema, database);
        } catch (SQLException e) {
            return List.of(refused(e));
        } catch (RuntimeException e) {
            // A pool wraps what its first connection met.
            var cause = sql(e);
            if (cause == null) {
                throw e;
            }
            return List.of(refused(cause));
        }
    }

    private Problem refused(SQLException thrown) {
        var failure = deepest(thrown);
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01" ->
                    new Problem("the password is wrong, or there is no such user", SETTINGS);
            case "28000" ->
                    new Problem(
                            "the user may not sign in: " + failure.getMessage(),
                            "is there such a role with LOGIN, and does pg_hba.conf let it in from here?");
            case "3D000" ->
                    new Problem(
                            "there is no database %s".formatted(database),
                            "create database %s; or correct spring.datasource.url"
                                    .formatted(database));
            case "53300" ->
                    new Problem(
                            "it takes no more connections",
                            "raise max_connections, or lower spring.datasource.hikari.maximum-pool-size");
            default -> unreachable(failure);
        };
    }

    private Problem unreachable(SQLException failure) {
        if (tls(failure).isPresent()) {
            return certificate()
                    .orElseGet(() ->
                            new Problem(
                                    "TLS fails: " + tls(failure).get(),
                                    "does sslrootcert in spring.datasource.url name the authority that signed the server's certificate, and does that certificate name the host as it is written there?"));
        }
        return new Problem(
                "nobody lets us in there: " + failure.getMessage(),
                "is PostgreSQL up? "
                        + SETTINGS
                        + ". Does a firewall or a network policy stand between?");
    }

    private Optional<Problem> certificate() {
        try {
            var shown = Door.of(address).certificates(Door.Prelude.POSTGRES);
            return Certificates.outOfTime(shown, clock.instant())
                    .map(said ->
                            new Problem(
                                    "the server's " + said,
                                    "have the server's certificate renewed (ssl_cert_file) and reload PostgreSQL; if it is valid, the clock of this machine is wrong (%s)"
                                            .formatted(clock.instant())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> tls(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SSLException) {
                return Optional.of(String.valueOf(t.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable SQLException sql(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    /// A pool's own exception has no state; the driver's below it has.
    private static SQLException deepest(SQLException thrown) {
        var found = thrown;
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException deeper && deeper.getSQLState() != null) {
                found = deeper;
            }
        }
        return found;
    }

    private static String withPort(String host) {
        return host.matches(".*:\\d+") ? host : host + ":5432";
    }
}
