package org.handbell.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.CheckReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChecks implements Checks {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    JdbcChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Check> open() {
        return jdbc.sql("select * from targeted_check where ended_at is null")
                .query((row, n) -> check(row))
                .list();
    }

    @Override
    public List<Check> of(String accountId) {
        return jdbc.sql(
                        """
                        select * from targeted_check where account_id = ?
                        order by check_id desc limit ?
                        """)
                .params(accountId, MOST)
                .query((row, n) -> check(row))
                .list();
    }

    @Override
    public List<Check> newest(Scope scope) {
        return jdbc.sql(
                        """
                        select c.* from targeted_check c join account_entry e using (account_id)
                        where :whole or e.holder_id = :person or e.second_owner_id = :person
                          or (:academy and e.academy_id is not distinct from cast(:its as text))
                        order by c.check_id desc limit :most
                        """)
                .param("whole", scope.whole())
                .param("person", scope.personId())
                .param("academy", scope.academy())
                .param("its", scope.academyId())
                .param("most", MOST)
                .query((row, n) -> check(row))
                .list();
    }

    @Override
    public List<Check> over(LocalDate today) {
        return jdbc.sql(
                        """
                        select * from targeted_check where ended_at is null and ends_on < ?
                        order by account_id limit ?
                        """)
                .params(today, MOST)
                .query((row, n) -> check(row))
                .list();
    }

    @Override
    public void begin(Check check) {
        jdbc.sql(
                        """
                        insert into targeted_check
                          (account_id, reason, words, authoriser, starts_on, ends_on)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        check.accountId(),
                        check.reason().name(),
                        check.sealedWords(),
                        check.authoriser(),
                        check.from(),
                        check.until())
                .update();
    }

    @Override
    public void end(long checkId, String by, Instant at) {
        jdbc.sql(
                        """
                        update targeted_check set ended_at = ?, ended_by = ?
                        where check_id = ? and ended_at is null
                        """)
                .params(Timestamp.from(at), by, checkId)
                .update();
    }

    private static Check check(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Check(
                row.getLong("check_id"),
                row.getString("account_id"),
                CheckReason.valueOf(row.getString("reason")),
                row.getBytes("words"),
                row.getString("authoriser"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"));
    }
}
