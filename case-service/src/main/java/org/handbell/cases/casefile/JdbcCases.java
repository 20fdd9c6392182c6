package org.handbell.cases.casefile;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.casefile.Case.Acknowledgement;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.people.Role;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCases implements Cases {

    /// Of one case in a query; whoever adds a state that has not ended adds it here.
    static final String UNDER_WAY = "state in ('SUGGESTED','INVESTIGATION','CHILD_AT_RISK')";

    private static final String STANDINGS =
            """
            select severity, academy_id, count(*) as open,
                count(*) filter (where state = 'SUGGESTED' and due_at < ?
                    and acknowledged_by is null) as overdue,
                min(opened_at) filter (where looked_at is null
                    and acknowledged_by is null) as oldest_unlooked
            from cases where %s
            group by severity, academy_id limit 1000
            """
                    .formatted(UNDER_WAY);
    private final JdbcClient jdbc;
    private final EvidenceLocker locker;

    JdbcCases(JdbcClient jdbc, EvidenceLocker locker) {
        this.jdbc = jdbc;
        this.locker = locker;
    }

    @Override
    public void lockSubject(String subjectId) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 42))")
                .param(subjectId)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Case> byId(String caseId) {
        return one("select * from cases where case_id = ?", caseId);
    }

    @Override
    public Optional<Case> byNumber(CaseNumber number) {
        return one("select * from cases where reference = ?", number.value());
    }

    @Override
    public Optional<Case> underWayOfPost(String postId) {
        return one(
                "select c.* from cases c join case_posts p using (case_id) where p.post_id = ? and "
                        + UNDER_WAY
                        + " order by opened_at desc limit 1",
                postId);
    }

    @Override
    public List<Case> ofPost(String postId) {
        return jdbc.sql(
                        """
                        select c.* from cases c join case_posts p using (case_id)
                        where p.post_id = ? order by opened_at desc limit 50
                        """)
                .param(postId)
                .query((rs, row) -> read(rs))
                .list();
    }

    @Override
    public List<Case> underWayAimedAt(String personId, int most) {
        return jdbc.sql(
                        "select * from cases where :person = any(targets) and "
                                + UNDER_WAY
                                + " order by opened_at desc limit :most")
                .param("person", personId)
                .param("most", most)
                .query((rs, row) -> read(rs))
                .list();
    }

    @Override
    public Optional<Case> endedOnObservation(String observationId) {
        return one(
                "select distinct c.* from cases c join case_findings f using (case_id)"
                        + " where f.observation_id = ? and not ("
                        + UNDER_WAY
                        + ") order by opened_at desc limit 1",
                observationId);
    }

    @Override
    public Optional<Case> suggestedOn(String subjectId, Set<String> clauses, Instant since) {
        return one(
                """
                select distinct c.* from cases c join case_findings f using (case_id)
                where c.subject_id = ? and c.state = 'SUGGESTED' and c.opened_at >= ?
                    and f.clause = any(?)
                order by opened_at desc limit 1
                """,
                subjectId,
                Timestamp.from(since),
                clauses.toArray(String[]::new));
    }

    @Override
    public void open(Case opened) {
        jdbc.sql(
                        """
                        insert into cases (case_id, reference, type, severity, routes, subject_id,
                            subject_role, academy_id, targets, state, state_since, opened_at,
                            due_at, unreachable, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        opened.caseId(),
                        opened.number().value(),
                        opened.type().name(),
                        opened.severity().name(),
                        routes(opened.matter()),
                        opened.matter().subjectId(),
                        opened.matter().subjectRole().name())
                .param(opened.matter().academyId())
                .params(
                        opened.matter().targets().toArray(String[]::new),
                        name(opened.state()),
                        Timestamp.from(opened.state().since()),
                        Timestamp.from(opened.openedAt()),
                        Timestamp.from(opened.dueAt()),
                        opened.unreachable(),
                        opened.version())
                .update();
    }

    @Override
    public Case update(Case changed) {
        var taken = changed.acknowledgement();
        var rows =
                jdbc.sql(
                                """
                                update cases set type = ?, severity = ?, routes = ?, targets = ?,
                                    state = ?, state_since = ?, due_at = ?, acknowledged_by = ?,
                                    acknowledged_at = ?, unreachable = ?, version = version + 1
                                where case_id = ? and version = ?
                                """)
                        .params(
                                changed.type().name(),
                                changed.severity().name(),
                                routes(changed.matter()),
                                changed.matter().targets().toArray(String[]::new),
                                name(changed.state()),
                                Timestamp.from(changed.state().since()),
                                Timestamp.from(changed.dueAt()))
                        .param(taken == null ? null : taken.personId())
                        .param(taken == null ? null : Timestamp.from(taken.at()))
                        .params(changed.unreachable(), changed.caseId(), changed.version())
                        .update();
        if (rows != 1) {
            throw new CaseChangedException(changed.number());
        }
        return byId(changed.caseId()).orElseThrow();
    }

    @Override
    public void note(String caseId, Claims claims) {
        var found = claims.found();
        jdbc.sql(
                        """
                        insert into case_posts (case_id, post_id, account_id, pictures)
                        values (?, ?, ?, ?) on conflict (case_id, post_id) do update
                            set pictures = case_posts.pictures or excluded.pictures
                        """)
                .params(caseId, found.postId(), found.accountId(), !found.post().media().isEmpty())
                .update();
        for (var finding : found.findings()) {
            jdbc.sql(
                            """
                            insert into case_findings values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(
                            caseId,
                            finding.findingId(),
                            found.postId(),
                            found.post().observationId(),
                            finding.clause(),
                            finding.severity().name(),
                            finding.advisory(),
                            Timestamp.from(found.judgedAt()),
                            finding.rule())
                    .update();
        }
    }

    @Override
    public Set<String> posts(String caseId) {
        return new HashSet<>(
                jdbc.sql("select post_id from case_posts where case_id = ?")
                        .param(caseId)
                        .query((rs, row) -> rs.getString("post_id"))
                        .list());
    }

    @Override
    public boolean knows(String caseId, String observationId) {
        return jdbc.sql(
                        """
                        select exists (select 1 from case_findings
                            where case_id = ? and observation_id = ?)
                        """)
                .params(caseId, observationId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void decide(String caseId, Decision decision) {
        jdbc.sql(
                        """
                        insert into case_decisions
                        select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? from case_decisions
                        where case_id = ?
                        """)
                .params(
                        caseId,
                        decision.outcome().name(),
                        decision.reason().name(),
                        locker.seal(caseId, decision.words()),
                        decision.decidedBy(),
                        Timestamp.from(decision.decidedAt()),
                        caseId)
                .update();
    }

    @Override
    public boolean reduceToPointer(String caseId, Instant at) {
        return jdbc.sql(
                                "update cases set pointer_since = ? where case_id = ? and pointer_since is null")
                        .params(Timestamp.from(at), caseId)
                        .update()
                == 1;
    }

    @Override
    public List<Decision> decisions(String caseId) {
        return jdbc.sql("select * from case_decisions where case_id = ? order by seq")
                .param(caseId)
                .query((rs, row) -> decision(rs, caseId, locker))
                .list();
    }

    static Decision decision(ResultSet rs, String caseId, EvidenceLocker locker)
            throws SQLException {
        var undoneAt = rs.getTimestamp("undone_at");
        return new Decision(
                Outcome.valueOf(rs.getString("outcome")),
                Reason.valueOf(rs.getString("reason")),
                locker.open(caseId, rs.getBytes("words")).orElse(""),
                rs.getString("decided_by"),
                rs.getTimestamp("decided_at").toInstant(),
                undoneAt == null ? null : undoneAt.toInstant());
    }

    @Override
    public void takeBack(String caseId, Instant decidedAt, Instant at) {
        jdbc.sql(
                        """
                        update case_decisions set undone_at = ?
                        where case_id = ? and decided_at = ? and undone_at is null
                        """)
                .params(Timestamp.from(at), caseId, Timestamp.from(decidedAt))
                .update();
    }

    @Override
    public Set<String> rules(String caseId) {
        return Set.copyOf(
                jdbc.sql(
                                "select distinct rule from case_findings"
                                        + " where case_id = ? and rule is not null")
                        .param(caseId)
                        .query((rs, row) -> rs.getString("rule"))
                        .list());
    }

    @Override
    public Set<String> clauses(String caseId) {
        return Set.copyOf(
                jdbc.sql("select distinct clause from case_findings where case_id = ?")
                        .param(caseId)
                        .query((rs, row) -> rs.getString("clause"))
                        .list());
    }

    @Override
    public boolean looked(String caseId, Instant at) {
        return jdbc.sql("update cases set looked_at = ? where case_id = ? and looked_at is null")
                        .params(Timestamp.from(at), caseId)
                        .update()
                == 1;
    }

    /// Figures must not wait for long, nor hold up others.
    @Override
    @Transactional(readOnly = true, timeout = 5)
    public List<Standing> standings(Instant now) {
        return jdbc.sql(STANDINGS)
                .param(Timestamp.from(now))
                .query((rs, row) -> standing(rs))
                .list();
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        var oldest = rs.getTimestamp("oldest_unlooked");
        return new Standing(
                Severity.valueOf(rs.getString("severity")),
                rs.getString("academy_id"),
                rs.getLong("open"),
                rs.getLong("overdue"),
                oldest == null ? null : oldest.toInstant());
    }

    private Optional<Case> one(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query((rs, row) -> read(rs)).optional();
    }

    static Case read(ResultSet rs) throws SQLException {
        return new Case(
                rs.getString("case_id"),
                new CaseNumber(rs.getString("reference")),
                CaseType.valueOf(rs.getString("type")),
                Severity.valueOf(rs.getString("severity")),
                matter(rs),
                state(rs.getString("state"), rs.getTimestamp("state_since").toInstant()),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getTimestamp("due_at").toInstant(),
                acknowledgement(rs),
                rs.getBoolean("unreachable"),
                rs.getLong("version"));
    }

    private static Matter matter(ResultSet rs) throws SQLException {
        return new Matter(
                rs.getString("subject_id"),
                Role.valueOf(rs.getString("subject_role")),
                rs.getString("academy_id"),
                texts(rs.getArray("routes")).map(Route::valueOf).collect(Collectors.toSet()),
                texts(rs.getArray("targets")).collect(Collectors.toSet()),
                rs.getTimestamp("pointer_since") != null);
    }

    private static @Nullable Acknowledgement acknowledgement(ResultSet rs) throws SQLException {
        var by = rs.getString("acknowledged_by");
        return by == null
                ? null
                : new Acknowledgement(by, rs.getTimestamp("acknowledged_at").toInstant());
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray());
    }

    private static String[] routes(Matter matter) {
        return matter.routes().stream().map(Route::name).sorted().toArray(String[]::new);
    }

    private static String name(CaseState state) {
        return switch (state) {
            case CaseState.Suggested _ -> "SUGGESTED";
            case CaseState.UnderInvestigation _ -> "INVESTIGATION";
            case CaseState.ChildAtRisk _ -> "CHILD_AT_RISK";
            case CaseState.Advised _ -> "ADVISED";
            case CaseState.NotAConcern _ -> "NOT_A_CONCERN";
            case CaseState.Concluded _ -> "CONCLUDED";
        };
    }

    private static CaseState state(String name, Instant since) {
        return switch (name) {
            case "SUGGESTED" -> new CaseState.Suggested(since);
            case "INVESTIGATION" -> new CaseState.UnderInvestigation(since);
            case "CHILD_AT_RISK" -> new CaseState.ChildAtRisk(since);
            case "ADVISED" -> new CaseState.Advised(since);
            case "NOT_A_CONCERN" -> new CaseState.NotAConcern(since);
            case "CONCLUDED" -> new CaseState.Concluded(since);
            default -> throw new IllegalStateException("unknown case state " + name);
        };
    }
}
