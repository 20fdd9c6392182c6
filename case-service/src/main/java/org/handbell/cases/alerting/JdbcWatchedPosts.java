package org.handbell.cases.alerting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.contract.WatchEvent;
import org.handbell.contract.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The posts under a case that has not ended, as `watches.v1` shows them. Pictures are asked for
/// where there are any; of a post that may show an illegal picture of a child nothing is.
@Repository
class JdbcWatchedPosts implements PublishedTable<WatchEvent> {

    private static final String UNDER_WAY =
            "c.state in ('SUGGESTED','INVESTIGATION','CHILD_AT_RISK')";
    private static final String NOT_WITHHELD =
            " and not exists (select 1 from withheld_post w where w.post_id = p.post_id)";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWatchedPosts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Wire<WatchEvent> wire() {
        return Wire.WATCHES;
    }

    @Override
    public List<String> keys() {
        return jdbc.sql(
                        "select distinct post_id from case_posts p join cases c using (case_id) where "
                                + UNDER_WAY
                                + NOT_WITHHELD)
                .query((rs, row) -> rs.getString("post_id"))
                .list();
    }

    @Override
    public WatchEvent current(String postId) {
        return jdbc.sql(
                        "select p.account_id, bool_or(p.pictures) and bool_and(c.pointer_since is null),"
                                + " min(c.opened_at) from case_posts p"
                                + " join cases c using (case_id) where p.post_id = ? and "
                                + UNDER_WAY
                                + NOT_WITHHELD
                                + " group by p.account_id limit 1")
                .param(postId)
                .query((rs, row) -> watched(postId, rs))
                .optional()
                .orElseGet(() -> new WatchEvent.Ended(postId, clock.instant()));
    }

    private static WatchEvent watched(String postId, ResultSet row) throws SQLException {
        return new WatchEvent.Watched(
                postId, row.getString(1), row.getBoolean(2), row.getTimestamp(3).toInstant());
    }
}
