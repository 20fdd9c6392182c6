package org.handbell.cases.pictures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.evidence.EvidenceLocker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPictures implements Pictures {

    private static final String CLEAR = "picture";
    private static final String BLURRED = "blurred";

    private final JdbcClient jdbc;
    private final EvidenceLocker locker;

    JdbcPictures(JdbcClient jdbc, EvidenceLocker locker) {
        this.jdbc = jdbc;
        this.locker = locker;
    }

    /// The case's row is locked, so that two records at once cannot go over the bound.
    @Override
    public boolean keep(String caseId, Picture picture) {
        jdbc.sql("select 1 from cases where case_id = ? for update")
                .param(caseId)
                .query(Integer.class)
                .single();
        return kept(caseId, picture.postId()) < MOST_OF_A_POST && insert(caseId, picture);
    }

    private int kept(String caseId, String postId) {
        return jdbc.sql("select count(*) from picture where case_id = ? and post_id = ?")
                .params(caseId, postId)
                .query(Integer.class)
                .single();
    }

    private boolean insert(String caseId, Picture picture) {
        return jdbc.sql(
                                """
                                insert into picture (case_id, number, post_id, sha256, type, sealed, blurred, captured_at)
                                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from picture
                                where case_id = ?
                                on conflict (case_id, post_id, sha256) do nothing
                                """)
                        .params(
                                caseId,
                                picture.postId(),
                                picture.sha256(),
                                picture.type().name(),
                                locker.seal(caseId, CLEAR, picture.bytes()),
                                locker.seal(caseId, BLURRED, picture.blurred()),
                                Timestamp.from(picture.capturedAt()),
                                caseId)
                        .update()
                == 1;
    }

    @Override
    public List<Blurred> of(String caseId) {
        return jdbc
                .sql(
                        """
                        select number, post_id, captured_at, blurred from picture
                        where case_id = ? order by number limit 200
                        """)
                .param(caseId)
                .query((row, n) -> blurred(caseId, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Clear> clear(String caseId, int number) {
        return jdbc.sql(
                        """
                        select number, captured_at, sha256, type, sealed from picture
                        where case_id = ? and number = ?
                        """)
                .params(caseId, number)
                .query((row, n) -> clear(caseId, row))
                .optional()
                .flatMap(found -> found);
    }

    @Override
    public boolean withheld(String postId) {
        return jdbc.sql("select exists (select 1 from withheld_post where post_id = ?)")
                .param(postId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int withhold(Collection<String> posts, Instant since) {
        var ids = posts.toArray(String[]::new);
        jdbc.sql("insert into withheld_post select unnest(?), ? on conflict do nothing")
                .params(ids, Timestamp.from(since))
                .update();
        return jdbc.sql("delete from picture where post_id = any(?)").param(ids).update();
    }

    private Optional<Blurred> blurred(String caseId, ResultSet row) throws SQLException {
        var number = row.getInt("number");
        var postId = row.getString("post_id");
        var at = row.getTimestamp("captured_at").toInstant();
        return locker.open(caseId, BLURRED, row.getBytes("blurred"))
                .map(png -> new Blurred(number, postId, at, png));
    }

    private Optional<Clear> clear(String caseId, ResultSet row) throws SQLException {
        var number = row.getInt("number");
        var at = row.getTimestamp("captured_at").toInstant();
        var sha256 = row.getString("sha256");
        var type = PictureType.valueOf(row.getString("type"));
        return locker.open(caseId, CLEAR, row.getBytes("sealed"))
                .map(bytes -> new Clear(number, at, sha256, type, bytes));
    }
}
