package org.handbell.cases.handover;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.casefile.FollowUp;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.handover.Handover.Bundle;
import org.handbell.cases.handover.Handover.Download;
import org.handbell.cases.handover.Handover.Second;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A bundle is sealed in pieces, so that no more than a piece is in memory more than once.
@Repository
class JdbcHandovers implements Handovers, FollowUp {

    private static final int PIECE_BYTES = 3 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final EvidenceLocker locker;

    JdbcHandovers(JdbcClient jdbc, EvidenceLocker locker) {
        this.jdbc = jdbc;
        this.locker = locker;
    }

    @Override
    public List<Handover> of(String caseId) {
        return jdbc
                .sql("select * from handovers where case_id = ? order by asked_at limit 100")
                .param(caseId)
                .query((rs, row) -> read(rs))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Handover> locked(String caseId, String handoverId) {
        return jdbc.sql("select * from handovers where case_id = ? and handover_id = ? for update")
                .params(caseId, handoverId)
                .query((rs, row) -> read(rs))
                .optional()
                .flatMap(found -> found);
    }

    @Override
    public void add(Handover asked) {
        jdbc.sql(
                        """
                        insert into handovers
                            (handover_id, case_id, asked_by, asked_at, request, emergency)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        asked.handoverId(),
                        asked.caseId(),
                        asked.askedBy(),
                        Timestamp.from(asked.askedAt()),
                        locker.seal(
                                asked.caseId(), Json.mapper().writeValueAsString(asked.request())),
                        asked.emergency())
                .update();
    }

    @Override
    public void approve(String handoverId, Second second) {
        jdbc.sql("update handovers set second_by = ?, second_at = ? where handover_id = ?")
                .params(second.by(), Timestamp.from(second.at()), handoverId)
                .update();
    }

    @Override
    public void withdraw(String handoverId, String by, Instant at) {
        jdbc.sql("update handovers set withdrawn_by = ?, withdrawn_at = ? where handover_id = ?")
                .params(by, Timestamp.from(at), handoverId)
                .update();
    }

    @Override
    public void keep(Handover of, Bundle bundle, byte[] archive) {
        for (var from = 0; from < archive.length; from += PIECE_BYTES) {
            var piece =
                    Arrays.copyOfRange(archive, from, Math.min(archive.length, from + PIECE_BYTES));
            jdbc.sql("insert into handover_bundles (handover_id, piece, sealed) values (?, ?, ?)")
                    .params(
                            of.handoverId(),
                            from / PIECE_BYTES,
                            locker.seal(of.caseId(), Base64.getEncoder().encodeToString(piece)))
                    .update();
        }
        jdbc.sql(
                        """
                        update handovers set bundle_hash = ?, bundle_bytes = ?, bundled_at = ?
                        where handover_id = ?
                        """)
                .params(
                        bundle.sha256(),
                        bundle.bytes(),
                        Timestamp.from(bundle.at()),
                        of.handoverId())
                .update();
    }

    @Override
    public Optional<byte[]> archive(Handover of) {
        var pieces =
                jdbc.sql("select sealed from handover_bundles where handover_id = ? order by piece")
                        .param(of.handoverId())
                        .query((rs, row) -> rs.getBytes("sealed"))
                        .list();
        var archive = new ByteArrayOutputStream();
        for (var piece : pieces) {
            var opened = locker.open(of.caseId(), piece);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            archive.writeBytes(Base64.getDecoder().decode(opened.get()));
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(archive.toByteArray());
    }

    @Override
    public void downloaded(String handoverId, Download download) {
        jdbc.sql("insert into handover_downloads (handover_id, person_id, at) values (?, ?, ?)")
                .params(handoverId, download.personId(), Timestamp.from(download.at()))
                .update();
    }

    /// Empty where the case's key was erased.
    private Optional<Handover> read(ResultSet rs) throws SQLException {
        var caseId = rs.getString("case_id");
        var handoverId = rs.getString("handover_id");
        var askedBy = rs.getString("asked_by");
        var askedAt = rs.getTimestamp("asked_at").toInstant();
        var emergency = rs.getBoolean("emergency");
        var second = second(rs);
        var withdrawn = rs.getTimestamp("withdrawn_at") != null;
        var bundle = bundle(rs);
        return locker.open(caseId, rs.getBytes("request"))
                .map(text -> Json.mapper().readValue(text, Request.class))
                .map(request ->
                        new Handover(
                                handoverId,
                                caseId,
                                askedBy,
                                askedAt,
                                request,
                                emergency,
                                second,
                                withdrawn,
                                bundle,
                                downloads(handoverId)));
    }

    private static @Nullable Second second(ResultSet rs) throws SQLException {
        var by = rs.getString("second_by");
        return by == null ? null : new Second(by, rs.getTimestamp("second_at").toInstant());
    }

    private static @Nullable Bundle bundle(ResultSet rs) throws SQLException {
        var hash = rs.getString("bundle_hash");
        return hash == null
                ? null
                : new Bundle(
                        hash,
                        rs.getLong("bundle_bytes"),
                        rs.getTimestamp("bundled_at").toInstant());
    }

    private List<Download> downloads(String handoverId) {
        return jdbc.sql(
                        """
                        select person_id, at from handover_downloads where handover_id = ?
                        order by download_id limit 200
                        """)
                .param(handoverId)
                .query((rs, row) ->
                        new Download(rs.getString("person_id"), rs.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public boolean begun(String caseId) {
        return jdbc.sql("select exists (select 1 from handovers where case_id = ?)")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }
}
