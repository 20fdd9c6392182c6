package org.handbell.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.register.Facts.Spokesperson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSpokespersons implements Spokespersons {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    JdbcSpokespersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Spokesperson> all() {
        return jdbc.sql("select * from spokesperson").query((row, n) -> spokesperson(row)).list();
    }

    @Override
    public List<Spokesperson> of(String accountId) {
        return jdbc.sql(
                        """
                        select * from spokesperson where account_id = ?
                        order by spokesperson_id desc
                        """)
                .param(accountId)
                .query((row, n) -> spokesperson(row))
                .list();
    }

    @Override
    public List<Spokesperson> over(LocalDate today) {
        return jdbc.sql(
                        """
                        select * from spokesperson where ended_at is null and expires_on < ?
                        order by account_id limit ?
                        """)
                .params(today, MOST)
                .query((row, n) -> spokesperson(row))
                .list();
    }

    @Override
    public void authorise(Spokesperson person, Instant at) {
        jdbc.sql(
                        """
                        insert into spokesperson (account_id, person_id, topic, trained_on,
                          expires_on, authorised_by, authorised_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        person.accountId(),
                        person.personId(),
                        person.topic(),
                        person.trainedOn(),
                        person.expiresOn(),
                        person.authorisedBy(),
                        Timestamp.from(at))
                .update();
    }

    @Override
    public void end(long id, String by, Instant at) {
        jdbc.sql(
                        """
                        update spokesperson set ended_at = ?, ended_by = ?
                        where spokesperson_id = ? and ended_at is null
                        """)
                .params(Timestamp.from(at), by, id)
                .update();
    }

    private static Spokesperson spokesperson(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Spokesperson(
                row.getLong("spokesperson_id"),
                row.getString("account_id"),
                row.getString("person_id"),
                row.getString("topic"),
                row.getObject("trained_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("authorised_by"),
                ended == null ? null : ended.toInstant());
    }
}
