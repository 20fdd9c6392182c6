package org.handbell.operations.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/// The SQLState of a database error: what went wrong, without the row it went wrong with.
record JdbcState(String code) {

    /// Connection, sign-in, unknown database, resources, shutdown: these quote no row.
    private static final Set<String> OF_THE_SERVER = Set.of("08", "28", "3D", "53", "57");

    /// Empty where the failure is none of a database.
    static Optional<JdbcState> of(IThrowableProxy failure) {
        return failure instanceof ThrowableProxy proxy
                        && proxy.getThrowable() instanceof SQLException sql
                ? Optional.ofNullable(sql.getSQLState()).map(JdbcState::new)
                : Optional.empty();
    }

    /// Whether the error is about the server alone, so that its message may be written.
    boolean isOfTheServer() {
        return code.length() > 2 && OF_THE_SERVER.contains(code.substring(0, 2));
    }
}
