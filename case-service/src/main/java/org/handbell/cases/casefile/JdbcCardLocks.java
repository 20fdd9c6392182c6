package org.handbell.cases.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCardLocks implements CardLocks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration length;

    JdbcCardLocks(JdbcClient jdbc, Clock clock, TriageSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.length = settings.lock();
    }

    /// In statements that each stand alone: held together, two people who change places could wait
    /// for one another.
    @Override
    public Lock take(String caseId, String personId) {
        var now = now();
        jdbc.sql("delete from card_locks where held_by = ? and case_id <> ?")
                .params(personId, caseId)
                .update();
        return jdbc.sql(
                        """
                        insert into card_locks as lock values (:id, :person, :now, :until)
                        on conflict (case_id) do update set
                            held_by = case when lock.held_by = :person or lock.until <= :now
                                then :person else lock.held_by end,
                            since = case when lock.held_by = :person or lock.until <= :now
                                then :now else lock.since end,
                            until = case when lock.held_by = :person or lock.until <= :now
                                then :until else lock.until end
                        returning *
                        """)
                .param("id", caseId)
                .param("person", personId)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(length)))
                .query((rs, row) -> read(rs))
                .single();
    }

    @Override
    public Optional<Lock> ofAnother(String caseId, String personId) {
        return jdbc.sql("select * from card_locks where case_id = ? and held_by <> ? and until > ?")
                .params(caseId, personId, Timestamp.from(now()))
                .query((rs, row) -> read(rs))
                .optional();
    }

    @Override
    public Map<String, Lock> ofOthers(Collection<String> caseIds, String personId) {
        return jdbc
                .sql(
                        "select * from card_locks where case_id = any(?) and held_by <> ? and until > ?")
                .params(caseIds.toArray(String[]::new), personId, Timestamp.from(now()))
                .query((rs, row) -> read(rs))
                .list()
                .stream()
                .collect(Collectors.toMap(Lock::caseId, Function.identity()));
    }

    @Override
    public void release(String caseId) {
        jdbc.sql("delete from card_locks where case_id = ?").param(caseId).update();
    }

    @Override
    public void leave(String personId) {
        jdbc.sql("delete from card_locks where held_by = ?").param(personId).update();
    }

    @Override
    public void leave(String personId, Instant since) {
        jdbc.sql("delete from card_locks where held_by = ? and since = ?")
                .params(personId, Timestamp.from(since))
                .update();
    }

    /// As fine as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Lock read(ResultSet rs) throws SQLException {
        return new Lock(
                rs.getString("case_id"),
                rs.getString("held_by"),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("until").toInstant());
    }
}
