package org.handbell.standalone.welcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which case a post belongs to: the topics do not say it, since an alert carries no post.
final class JdbcCaseLinks {

    private static final String CASES_OF_POSTS =
            """
            select p.case_id, p.post_id, c.reference, c.opened_at
            from case_posts p join cases c on c.case_id = p.case_id
            where p.post_id in (:posts)\
            """;

    private final JdbcClient jdbc;

    JdbcCaseLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void connect(Ways ways) {
        var posts = ways.withoutCase();
        if (!posts.isEmpty()) {
            jdbc.sql(CASES_OF_POSTS)
                    .param("posts", posts)
                    .query((RowCallbackHandler) row -> opened(ways, row));
        }
    }

    private static void opened(Ways ways, ResultSet row) throws SQLException {
        ways.opened(
                row.getString("case_id"),
                row.getString("post_id"),
                row.getString("reference"),
                row.getTimestamp("opened_at").toInstant());
    }
}
