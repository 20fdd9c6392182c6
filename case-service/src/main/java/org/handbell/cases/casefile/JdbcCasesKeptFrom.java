package org.handbell.cases.casefile;

import java.util.Set;
import org.handbell.cases.audit.KeptFrom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The cases that are about a person or their family, and those whose post was aimed at them.
@Repository
class JdbcCasesKeptFrom implements KeptFrom {

    private final JdbcClient jdbc;

    JdbcCasesKeptFrom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> subjects(String personId) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select 'case:' || reference from cases
                                where subject_id = :person or :person = any(targets)
                                    or subject_id in (
                                        select other from person_relative where one = :person
                                        union select one from person_relative where other = :person)
                                order by opened_at desc limit 1000
                                """)
                        .param("person", personId)
                        .query(String.class)
                        .list());
    }
}
