package org.handbell.cases.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.casefile.FollowUp;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.contract.wire.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/// Each step is sealed together with its number, so that one cannot stand in for another.
@Repository
class JdbcInvestigations implements Investigations, FollowUp {

    private final JdbcClient jdbc;
    private final EvidenceLocker locker;

    JdbcInvestigations(JdbcClient jdbc, EvidenceLocker locker) {
        this.jdbc = jdbc;
        this.locker = locker;
    }

    private record Sealed(long seq, JsonNode step) {}

    private record SealedFile(long seq, String base64) {

        @Override
        public String toString() {
            return "SealedFile[" + seq + "]";
        }
    }

    @Override
    public void lock(String caseId) {
        jdbc.sql("select case_id from cases where case_id = ? for update")
                .param(caseId)
                .query(String.class)
                .single();
    }

    @Override
    public List<Recorded> of(String caseId) {
        return jdbc
                .sql("select * from investigation_steps where case_id = ? order by seq")
                .param(caseId)
                .query((rs, row) -> read(caseId, rs))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Recorded> read(String caseId, ResultSet rs) throws SQLException {
        var seq = rs.getLong("seq");
        var kind = StepKind.valueOf(rs.getString("kind"));
        var by = rs.getString("done_by");
        var at = rs.getTimestamp("done_at").toInstant();
        return locker.open(caseId, rs.getBytes("sealed"))
                .map(text -> Json.mapper().readValue(text, Sealed.class))
                .map(sealed -> {
                    require(caseId, seq, sealed.seq());
                    return new Recorded(
                            seq, Json.mapper().treeToValue(sealed.step(), kind.type()), by, at);
                });
    }

    private static void require(String caseId, long seq, long sealed) {
        if (seq != sealed) {
            throw new IllegalStateException(
                    "step " + seq + " of case " + caseId + " holds step " + sealed);
        }
    }

    @Override
    public void append(String caseId, Recorded step) {
        var sealed = new Sealed(step.seq(), Json.mapper().valueToTree((Object) step.step()));
        jdbc.sql(
                        """
                        insert into investigation_steps
                            (case_id, seq, kind, sealed, done_by, done_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseId,
                        step.seq(),
                        StepKind.of(step.step()).name(),
                        locker.seal(caseId, Json.mapper().writeValueAsString(sealed)),
                        step.by(),
                        Timestamp.from(step.at()))
                .update();
    }

    @Override
    public void keep(String caseId, long seq, byte[] content) {
        var sealed = new SealedFile(seq, Base64.getEncoder().encodeToString(content));
        jdbc.sql("insert into investigation_files (case_id, seq, sealed) values (?, ?, ?)")
                .params(caseId, seq, locker.seal(caseId, Json.mapper().writeValueAsString(sealed)))
                .update();
    }

    @Override
    public Optional<byte[]> content(String caseId, long seq) {
        return jdbc.sql("select sealed from investigation_files where case_id = ? and seq = ?")
                .params(caseId, seq)
                .query((rs, row) -> rs.getBytes("sealed"))
                .optional()
                .flatMap(sealed -> locker.open(caseId, sealed))
                .map(text -> Json.mapper().readValue(text, SealedFile.class))
                .map(file -> {
                    require(caseId, seq, file.seq());
                    return Base64.getDecoder().decode(file.base64());
                });
    }

    @Override
    public boolean begun(String caseId) {
        return jdbc.sql("select exists (select 1 from investigation_steps where case_id = ?)")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }
}
