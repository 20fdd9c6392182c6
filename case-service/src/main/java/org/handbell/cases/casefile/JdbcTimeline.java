package org.handbell.cases.casefile;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimeline implements Timeline {

    private final JdbcClient jdbc;

    JdbcTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(String caseId, Entry entry) {
        jdbc.sql(
                        """
                        insert into case_timeline (case_id, at, kind, words, actor)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(caseId, Timestamp.from(entry.at()), entry.kind().name(), entry.words())
                .param(entry.actor())
                .update();
    }

    @Override
    public List<Entry> of(String caseId) {
        return jdbc.sql("select * from case_timeline where case_id = ? order by at, entry_id")
                .param(caseId)
                .query((rs, row) ->
                        new Entry(
                                rs.getTimestamp("at").toInstant(),
                                Kind.valueOf(rs.getString("kind")),
                                rs.getString("words"),
                                rs.getString("actor")))
                .list();
    }
}
