package org.handbell.cases.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPastAccess implements PastAccess {

    private final JdbcClient jdbc;

    JdbcPastAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count(String actor, String subject) {
        return jdbc.sql("select count(*) from audit_entry where subject = ? and actor = ?")
                .params(subject, actor)
                .query(Long.class)
                .single();
    }
}
