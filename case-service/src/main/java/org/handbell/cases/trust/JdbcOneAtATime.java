package org.handbell.cases.trust;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOneAtATime implements OneAtATime {

    private final JdbcClient jdbc;

    JdbcOneAtATime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('handbell.import.trust'))")
                .query((row, n) -> n)
                .list();
    }
}
