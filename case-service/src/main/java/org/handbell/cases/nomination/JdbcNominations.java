package org.handbell.cases.nomination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.handbell.cases.casefile.Nominated;
import org.handbell.cases.evidence.EvidenceLocker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNominations implements Nominations, Nominated {

    private static final String IN_FORCE = " and ended_at is null and expires_at > ?";

    private final JdbcClient jdbc;
    private final EvidenceLocker locker;
    private final Clock clock;

    JdbcNominations(JdbcClient jdbc, EvidenceLocker locker, Clock clock) {
        this.jdbc = jdbc;
        this.locker = locker;
        this.clock = clock;
    }

    @Override
    public boolean now(String caseId, String personId) {
        return now(caseId).contains(personId);
    }

    @Override
    public Set<String> now(String caseId) {
        return Set.copyOf(
                jdbc.sql("select distinct person_id from nominations where case_id = ?" + IN_FORCE)
                        .params(caseId, Timestamp.from(clock.instant()))
                        .query(String.class)
                        .list());
    }

    @Override
    public Set<String> ever(String caseId) {
        return Set.copyOf(
                jdbc.sql("select distinct person_id from nominations where case_id = ?")
                        .param(caseId)
                        .query(String.class)
                        .list());
    }

    @Override
    public void end(String caseId, String personId, String endedBy) {
        var at = Timestamp.from(clock.instant());
        jdbc.sql(
                        "update nominations set ended_at = ?, ended_by = ?"
                                + " where case_id = ? and person_id = ?"
                                + IN_FORCE)
                .params(at, endedBy, caseId, personId, at)
                .update();
    }

    @Override
    public List<String> casesOf(String personId) {
        return jdbc.sql(
                        "select distinct c.reference from nominations n join cases c using (case_id)"
                                + " where n.person_id = ?"
                                + IN_FORCE
                                + " order by c.reference limit 100")
                .params(personId, Timestamp.from(clock.instant()))
                .query((rs, row) -> rs.getString("reference"))
                .list();
    }

    @Override
    public List<Nomination> of(String caseId) {
        return jdbc.sql(
                        "select * from nominations where case_id = ? order by nominated_at limit 100")
                .param(caseId)
                .query((rs, row) -> read(rs))
                .list();
    }

    @Override
    public void add(Nomination made) {
        jdbc.sql(
                        """
                        insert into nominations (nomination_id, case_id, person_id, nominated_by,
                            nominated_at, expires_at, why)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        made.nominationId(),
                        made.caseId(),
                        made.personId(),
                        made.nominatedBy(),
                        Timestamp.from(made.nominatedAt()),
                        Timestamp.from(made.expiresAt()),
                        locker.seal(made.caseId(), made.why()))
                .update();
    }

    private Nomination read(ResultSet rs) throws SQLException {
        var caseId = rs.getString("case_id");
        var ended = rs.getTimestamp("ended_at");
        return new Nomination(
                rs.getString("nomination_id"),
                caseId,
                rs.getString("person_id"),
                rs.getString("nominated_by"),
                rs.getTimestamp("nominated_at").toInstant(),
                rs.getTimestamp("expires_at").toInstant(),
                locker.open(caseId, rs.getBytes("why")).orElse(""),
                ended == null ? null : ended.toInstant());
    }
}
