package org.handbell.standalone;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.handbell.embedded.EmbeddedDatabase;

/// The databases of the services that have one.
final class JdbcDatabases {

    static final String CASES = "cases";
    static final String NOTIFICATION = "notification";

    private JdbcDatabases() {}

    /// Makes those that are missing.
    static void make(EmbeddedDatabase server) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var exists =
                        connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            for (var name : List.of(CASES, NOTIFICATION)) {
                exists.setString(1, name);
                if (!exists.executeQuery().next()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases of the services cannot be made", e);
        }
    }
}
