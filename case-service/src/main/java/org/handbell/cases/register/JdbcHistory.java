package org.handbell.cases.register;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcHistory implements History {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    JdbcHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String accountId, Line line) {
        jdbc.sql(
                        """
                        insert into account_history (account_id, at, person_id, what, detail, words)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        accountId,
                        Timestamp.from(line.at()),
                        line.by(),
                        line.what().name(),
                        line.detail(),
                        line.sealedWords())
                .update();
    }

    @Override
    public List<Line> of(String accountId) {
        return jdbc.sql(
                        """
                        select * from account_history where account_id = ?
                        order by number desc limit ?
                        """)
                .params(accountId, MOST)
                .query((row, n) ->
                        new Line(
                                row.getTimestamp("at").toInstant(),
                                row.getString("person_id"),
                                What.valueOf(row.getString("what")),
                                row.getString("detail"),
                                row.getBytes("words")))
                .list();
    }
}
