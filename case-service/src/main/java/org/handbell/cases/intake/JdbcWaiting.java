package org.handbell.cases.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.handbell.cases.casefile.Claims;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaiting implements Waiting {

    private final JdbcClient jdbc;

    JdbcWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Claims claims, Instant expiresAt) {
        var found = claims.found();
        jdbc.sql(
                        """
                        insert into waiting_findings (event_id, post_id, account_id,
                            observation_id, severity, clauses, judged_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        found.eventId(),
                        found.postId(),
                        found.accountId(),
                        found.post().observationId(),
                        claims.severity().name(),
                        claims.clauses().toArray(String[]::new),
                        Timestamp.from(found.judgedAt()),
                        Timestamp.from(expiresAt))
                .update();
    }

    @Override
    public List<String> ofPost(String postId) {
        return jdbc.sql(
                        "select event_id from waiting_findings where post_id = ? order by judged_at")
                .param(postId)
                .query((rs, row) -> rs.getString("event_id"))
                .list();
    }

    @Override
    public void remove(String eventId) {
        jdbc.sql("delete from waiting_findings where event_id = ?").param(eventId).update();
    }

    @Override
    public List<String> expired(Instant before, int most) {
        return jdbc.sql("select event_id from waiting_findings where expires_at < ? limit ?")
                .params(Timestamp.from(before), most)
                .query((rs, row) -> rs.getString("event_id"))
                .list();
    }
}
