package org.handbell.cases.alerting;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.contract.WatchEvent;
import org.handbell.contract.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The posts under a case that has not ended, as `watches.v1` shows them. Their pictures are not
/// asked for, since the desk has no reader for them.
@Repository
class JdbcWatchedPosts implements PublishedTable<WatchEvent> {

    private static final String UNDER_WAY =
            "c.state in ('SUGGESTED','INVESTIGATION','CHILD_AT_RISK')";

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
                                + UNDER_WAY)
                .query((rs, row) -> rs.getString("post_id"))
                .list();
    }

    @Override
    public WatchEvent current(String postId) {
        return jdbc.sql(
                        "select p.account_id, min(c.opened_at) as since from case_posts p"
                                + " join cases c using (case_id) where p.post_id = ? and "
                                + UNDER_WAY
                                + " group by p.account_id limit 1")
                .param(postId)
                .query((rs, row) -> watched(postId, rs.getString(1), rs.getTimestamp(2)))
                .optional()
                .orElseGet(() -> new WatchEvent.Ended(postId, clock.instant()));
    }

    private static WatchEvent watched(String postId, String accountId, Timestamp since) {
        return new WatchEvent.Watched(postId, accountId, false, since.toInstant());
    }
}
