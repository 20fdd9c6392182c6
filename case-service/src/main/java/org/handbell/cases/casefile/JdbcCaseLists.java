package org.handbell.cases.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.evidence.EvidenceLocker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Each circle is read in the order of the list from its own stretch of an index, so that a page
/// costs the same however many cases there are.
@Repository
class JdbcCaseLists implements CaseLists {

    /// One step from circle to circle along the index instead of a walk through all cases.
    private static final String CIRCLES =
            """
            with recursive known as (
                (select circle from cases where not unusual order by circle limit 1)
                union all
                select (select c.circle from cases c
                        where not c.unusual and c.circle > known.circle order by c.circle limit 1)
                from known where known.circle is not null)
            select circle from known where circle is not null limit 5000
            """;

    /// First the places in the order of the list, which an index alone can answer; then the cases.
    private static final String PAGE =
            """
            select c.* from (
                select case_id from (
                    select place.* from unnest(string_to_array(:circles, chr(10))) as k (circle)
                    cross join lateral (
                        select %4$s from cases where circle = k.circle and not unusual and %1$s
                        order by %2$s limit :most) place
                    union all
                    (select %4$s from cases where unusual and %3$s and %1$s
                        order by %2$s limit :most)
                ) places order by %2$s limit :most
            ) found join cases c using (case_id) order by %2$s
            """;

    private static final String WAITING = "severity_rank, due_at, case_id";
    private static final String NEWEST = "opened_at desc, case_id desc";
    private static final String NEWEST_PLACE = "opened_at, case_id";

    private final JdbcClient jdbc;
    private final EvidenceLocker locker;
    private final ZoneId zone;

    JdbcCaseLists(JdbcClient jdbc, EvidenceLocker locker, DueSettings settings) {
        this.jdbc = jdbc;
        this.locker = locker;
        this.zone = settings.zone();
    }

    @Override
    public List<Circle> circles() {
        return jdbc.sql(CIRCLES).query((rs, row) -> Circle.parse(rs.getString("circle"))).list();
    }

    @Override
    public List<Case> after(Wanted wanted, Narrowed to, @Nullable Case past, int most) {
        var params = new HashMap<String, Object>();
        params.put("circles", String.join("\n", to.circles()));
        params.put("most", most);
        var where = where(wanted, params) + past(wanted, past, params);
        var waiting = wanted.show() == Wanted.Show.WAITING;
        var order = waiting ? WAITING : NEWEST;
        var place = waiting ? WAITING : NEWEST_PLACE;
        return jdbc.sql(PAGE.formatted(where, order, academy(to.academyId(), params), place))
                .params(params)
                .query((rs, row) -> JdbcCases.read(rs))
                .list();
    }

    private static String academy(@Nullable String academyId, Map<String, Object> params) {
        if (academyId == null) {
            return "true";
        }
        params.put("own", academyId);
        return "academy_id = :own";
    }

    private static String where(Wanted wanted, Map<String, Object> params) {
        var where = new StringBuilder(standing(wanted.show()));
        and(where, " and academy_id = :academy", "academy", wanted.academyId(), params);
        and(where, " and opened_at >= :from", "from", time(wanted.from()), params);
        and(where, " and opened_at < :to", "to", time(wanted.to()), params);
        and(where, " and due_at < :due", "due", time(wanted.dueBefore()), params);
        and(
                where,
                " and exists (select 1 from case_findings f"
                        + " where f.case_id = cases.case_id and f.clause = :clause)",
                "clause",
                wanted.clause(),
                params);
        return where.toString();
    }

    private static void and(
            StringBuilder where,
            String condition,
            String name,
            @Nullable Object value,
            Map<String, Object> params) {
        if (value != null) {
            where.append(condition);
            params.put(name, value);
        }
    }

    private static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /// The list of states in *going on* is the condition of an index and stays as it is there;
    /// which states have ended is said by the condition before it.
    private static String standing(Wanted.Show show) {
        return switch (show) {
            case WAITING -> "state = 'SUGGESTED'";
            case GOING_ON ->
                    JdbcCases.UNDER_WAY
                            + " and state not in ('SUGGESTED', 'ADVISED', 'NOT_A_CONCERN')";
            case ENDED -> "not (" + JdbcCases.UNDER_WAY + ")";
            case ALL -> "true";
        };
    }

    private static String past(Wanted wanted, @Nullable Case past, Map<String, Object> params) {
        if (past == null) {
            return "";
        }
        params.put("id", past.caseId());
        if (wanted.show() == Wanted.Show.WAITING) {
            params.put("rank", rank(past));
            params.put("at", Timestamp.from(past.dueAt()));
            return " and (severity_rank, due_at, case_id) > (:rank, :at, :id)";
        }
        params.put("at", Timestamp.from(past.openedAt()));
        return " and (opened_at, case_id) < (:at, :id)";
    }

    /// As the column has it.
    private static int rank(Case about) {
        return switch (about.severity()) {
            case CRITICAL -> 0;
            case HIGH -> 1;
            case MEDIUM, LOW, TIP -> 2;
        };
    }

    @Override
    public List<Decided> decidedSince(Instant since, int most) {
        return jdbc.sql(
                        """
                        select c.*, d.outcome, d.reason, d.words, d.decided_by, d.decided_at,
                            d.undone_at
                        from case_decisions d join cases c using (case_id)
                        where d.decided_at >= ? order by d.decided_at desc, d.case_id, d.seq
                        limit ?
                        """)
                .params(Timestamp.from(since), most)
                .query((rs, row) ->
                        new Decided(
                                JdbcCases.read(rs),
                                JdbcCases.decision(rs, rs.getString("case_id"), locker)))
                .list();
    }

    @Override
    public Map<LocalDate, Long> weeks(Set<String> circles, String without, LocalDate firstMonday) {
        return jdbc
                .sql(
                        """
                        select date_trunc('week', opened_at at time zone :zone)::date as monday,
                            count(*) as opened
                        from cases
                        where circle = any(string_to_array(:circles, chr(10)))
                            and opened_at >= :from and subject_id <> :without
                            and :without <> all(targets)
                        group by 1
                        """)
                .param("zone", zone.getId())
                .param("circles", String.join("\n", circles))
                .param("from", Timestamp.from(firstMonday.atStartOfDay(zone).toInstant()))
                .param("without", without)
                .query((rs, row) ->
                        Map.entry(rs.getObject("monday", LocalDate.class), rs.getLong("opened")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
