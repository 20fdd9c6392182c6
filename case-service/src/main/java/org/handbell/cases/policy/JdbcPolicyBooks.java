package org.handbell.cases.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPolicyBooks implements PolicyBooks {

    private static final String SELECT =
            """
            select number, name, in_force, review_on, hash, uploaded_by, uploaded_at
            from policy_version
            """;

    private final JdbcClient jdbc;

    JdbcPolicyBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PolicyVersion> inForce(LocalDate day) {
        return jdbc.sql(SELECT + "where in_force <= ? order by in_force desc, number desc limit 1")
                .param(day)
                .query((row, n) -> version(row))
                .optional();
    }

    @Override
    public Optional<PolicyVersion> byNumber(long number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query((row, n) -> version(row))
                .optional();
    }

    @Override
    public List<PolicyVersion> all() {
        return jdbc.sql(SELECT + "order by in_force desc, number desc")
                .query((row, n) -> version(row))
                .list();
    }

    @Override
    public List<String> paragraphs(long number) {
        return jdbc.sql("select words from policy_paragraph where number = ? order by position")
                .param(number)
                .query((row, n) -> row.getString("words"))
                .list();
    }

    @Override
    public boolean hasName(String name) {
        return jdbc.sql("select exists (select from policy_version where name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long add(PolicyVersion version, String body, List<String> paragraphs) {
        var number =
                jdbc.sql(
                                """
                                insert into policy_version
                                  (name, in_force, review_on, body, hash, uploaded_by, uploaded_at)
                                values (:name, :inForce, cast(:review as date), :body, :hash, :by, :at)
                                returning number
                                """)
                        .param("name", version.name())
                        .param("inForce", version.inForce())
                        .param("review", version.reviewOn())
                        .param("body", body)
                        .param("hash", version.hash())
                        .param("by", version.uploadedBy())
                        .param("at", Timestamp.from(version.uploadedAt()))
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into policy_paragraph (number, position, words)
                        select ?, position, words
                        from unnest(?::text[]) with ordinality as paragraph (words, position)
                        """)
                .params(number, paragraphs.toArray(String[]::new))
                .update();
        return number;
    }

    @Override
    public Map<String, Range> pointers(long number) {
        var newest = new HashMap<String, Range>();
        jdbc.sql(
                        """
                        select distinct on (clause) clause, first_paragraph, last_paragraph
                        from policy_pointer where number = ? order by clause, pointer desc
                        """)
                .param(number)
                .query(row -> {
                    var first = row.getInt("first_paragraph");
                    if (!row.wasNull()) {
                        newest.put(
                                row.getString("clause"),
                                new Range(first, row.getInt("last_paragraph")));
                    }
                });
        return newest;
    }

    @Override
    public void point(long number, String clause, @Nullable Range range, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into policy_pointer
                          (number, clause, first_paragraph, last_paragraph, chosen_by, chosen_at)
                        values (:number, :clause, cast(:first as int), cast(:last as int), :by, :at)
                        """)
                .param("number", number)
                .param("clause", clause)
                .param("first", range == null ? null : range.first())
                .param("last", range == null ? null : range.last())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getLong("number"),
                row.getString("name"),
                row.getObject("in_force", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                row.getString("hash"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
