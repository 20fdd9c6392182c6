package org.handbell.standalone.verify;

import java.util.Properties;
import javax.sql.DataSource;
import org.handbell.standalone.database.DatabaseAddress;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database of the desk.
final class JdbcCases {

    private JdbcCases() {}

    /// Connections in which the desk's schema is the current one.
    static DataSource within(DatabaseAddress address) {
        var all = new Properties();
        all.putAll(address.credentials());
        all.put("currentSchema", "cases");
        return new DriverManagerDataSource(address.url(), all);
    }
}
