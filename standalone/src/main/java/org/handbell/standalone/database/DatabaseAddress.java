package org.handbell.standalone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.handbell.standalone.broker.BrokerOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// The database of a service.
///
/// @param url JDBC address without a password, which is in the credentials
public record DatabaseAddress(String url, Properties credentials) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// That of a running `./handbell up`, else the one that is named.
    ///
    /// @param schema `cases` or `notification`
    /// @param data folder of `./handbell up`
    /// @param given JDBC address, instead of that in the environment
    public static Optional<DatabaseAddress> of(
            String schema, Path data, @Nullable String given, Environment environment) {
        return embedded(data)
                .map(server -> new DatabaseAddress(server + schema, credentials("postgres", null)))
                .or(() -> named(schema, given, environment));
    }

    private static Optional<DatabaseAddress> named(
            String schema, @Nullable String given, Environment environment) {
        var own = schema.toUpperCase(Locale.ROOT) + "_DATABASE_";
        var url = given == null ? first(environment, own + "URL", "SPRING_DATASOURCE_URL") : given;
        return Optional.ofNullable(url)
                .map(address ->
                        new DatabaseAddress(
                                address,
                                credentials(
                                        first(
                                                environment,
                                                own + "USER",
                                                "SPRING_DATASOURCE_USERNAME"),
                                        first(
                                                environment,
                                                own + "PASSWORD",
                                                "SPRING_DATASOURCE_PASSWORD"))));
    }

    /// The fourth line of PostgreSQL's own pid file is its port.
    private static Optional<String> embedded(Path data) {
        var pid = data.resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.exists(pid) && BrokerOptions.port(data, "kafka").isPresent()
                    ? Optional.of(
                            "jdbc:postgresql://127.0.0.1:%s/"
                                    .formatted(Files.readAllLines(pid).get(3).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Properties credentials(@Nullable String user, @Nullable String password) {
        var credentials = new Properties();
        if (user != null) {
            credentials.put("user", user);
        }
        if (password != null) {
            credentials.put("password", password);
        }
        credentials.put("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        return credentials;
    }

    private static @Nullable String first(Environment environment, String... keys) {
        return Stream.of(keys)
                .map(environment::getProperty)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
