package org.handbell.cases.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handbell.cases.register.Facts.Acknowledgement;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGateRecords implements GateRecords {

    private static final int MOST_ENTERED = 100;

    private final JdbcClient jdbc;

    JdbcGateRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<GateKind, GateEvidence> current() {
        var newest = new EnumMap<GateKind, GateEvidence>(GateKind.class);
        jdbc.sql("select distinct on (kind) * from gate_evidence order by kind, number desc")
                .query((row, n) -> evidence(row))
                .list()
                .forEach(evidence -> newest.put(evidence.kind(), evidence));
        return newest;
    }

    @Override
    public List<Entered> entered() {
        return jdbc.sql("select * from gate_evidence order by number desc limit ?")
                .param(MOST_ENTERED)
                .query((row, n) ->
                        new Entered(
                                evidence(row),
                                row.getString("entered_by"),
                                row.getTimestamp("entered_at").toInstant()))
                .list();
    }

    @Override
    public void enter(GateEvidence evidence, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into gate_evidence (kind, reference, with_whom, held_on, notice,
                          notice_hash, entered_by, entered_at)
                        values (:kind, :reference, :with, :on, :notice, :hash, :by, :at)
                        """)
                .param("kind", evidence.kind().name())
                .param("reference", evidence.reference())
                .param("with", evidence.withWhom())
                .param("on", evidence.on())
                .param("notice", evidence.notice())
                .param("hash", evidence.hash())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<Acknowledgement> acknowledgements() {
        return jdbc.sql("select * from notice_acknowledgement")
                .query((row, n) -> acknowledgement(row))
                .list();
    }

    @Override
    public List<Acknowledgement> acknowledgements(String accountId) {
        return jdbc.sql("select * from notice_acknowledgement where account_id = ?")
                .param(accountId)
                .query((row, n) -> acknowledgement(row))
                .list();
    }

    @Override
    public void acknowledge(Acknowledgement read) {
        jdbc.sql(
                        """
                        insert into notice_acknowledgement
                          (account_id, holder_id, notice_hash, from_day, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        read.accountId(),
                        read.holderId(),
                        read.noticeHash(),
                        read.from(),
                        Timestamp.from(read.at()))
                .update();
    }

    @Override
    public void release(String accountId) {
        jdbc.sql("delete from notice_acknowledgement where account_id = ?")
                .param(accountId)
                .update();
    }

    private static GateEvidence evidence(ResultSet row) throws SQLException {
        return new GateEvidence(
                GateKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("with_whom"),
                row.getObject("held_on", LocalDate.class),
                row.getString("notice"),
                row.getString("notice_hash"));
    }

    private static Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        return new Acknowledgement(
                row.getString("account_id"),
                row.getString("holder_id"),
                row.getString("notice_hash"),
                row.getObject("from_day", LocalDate.class),
                row.getTimestamp("at").toInstant());
    }
}
