package org.handbell.notification.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcAlerts implements Alerts {

    private final JdbcClient jdbc;

    JdbcAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Alert alert, AlertState state, Instant now) {
        return details(
                                """
                                insert into alert (alert_id, case_id, reference, severity, school,
                                    due_at, link, raised_at, state, changed_at)
                                values (:id, :case, :reference, :severity, :school,
                                    :due, :link, :raised, :state, :now)
                                on conflict (alert_id) do nothing
                                """,
                                alert)
                        .param("state", state.name())
                        .param("case", alert.caseId())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    @Override
    public Standing reopen(Alert alert, Instant now) {
        return details(
                        """
                        update alert set reference = :reference, severity = :severity,
                            school = :school, due_at = :due, link = :link, raised_at = :raised,
                            state = 'OPEN', round = round + 1, step = -1, reached_at = null,
                            changed_at = :now
                        where alert_id = :id
                        returning *
                        """,
                        alert)
                .param("now", at(now))
                .query(JdbcAlerts::standing)
                .single();
    }

    @Override
    public Optional<Standing> lock(String alertId) {
        return jdbc.sql("select * from alert where alert_id = :id for update")
                .param("id", alertId)
                .query(JdbcAlerts::standing)
                .optional();
    }

    @Override
    public List<Standing> lockCase(String caseId) {
        return jdbc.sql("select * from alert where case_id = :case order by alert_id for update")
                .param("case", caseId)
                .query(JdbcAlerts::standing)
                .list();
    }

    @Override
    public void close(String alertId, AlertState state, Instant now) {
        jdbc.sql("update alert set state = :state, changed_at = :now where alert_id = :id")
                .param("id", alertId)
                .param("state", state.name())
                .param("now", at(now))
                .update();
    }

    @Override
    public void moveTo(String alertId, int step, Instant now) {
        jdbc.sql("update alert set step = :step, changed_at = :now where alert_id = :id")
                .param("id", alertId)
                .param("step", step)
                .param("now", at(now))
                .update();
    }

    @Override
    public boolean reached(String alertId, Instant at) {
        return jdbc.sql(
                                """
                                update alert set reached_at = :at
                                where alert_id = :id and reached_at is null
                                """)
                        .param("id", alertId)
                        .param("at", at(at))
                        .update()
                == 1;
    }

    /// Figures must not wait for long, nor hold up others.
    @Override
    @Transactional(readOnly = true, timeout = 5)
    public List<Unacknowledged> unacknowledged() {
        return jdbc.sql(
                        """
                        select severity, step, state = 'RAN_OUT' as ran_out, count(*) as alerts,
                            min(raised_at) as oldest
                        from alert where state in ('OPEN', 'RAN_OUT')
                        group by severity, step, state limit 1000
                        """)
                .query((row, _) ->
                        new Unacknowledged(
                                Severity.valueOf(row.getString("severity")),
                                row.getInt("step"),
                                row.getBoolean("ran_out"),
                                row.getLong("alerts"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public int forgetBefore(Instant lastChange) {
        return jdbc.sql("delete from alert where state <> 'OPEN' and changed_at < :last")
                .param("last", at(lastChange))
                .update();
    }

    private StatementSpec details(String sql, Alert alert) {
        return jdbc.sql(sql)
                .param("id", alert.alertId())
                .param("reference", alert.reference())
                .param("severity", alert.severity().name())
                .param("school", alert.school())
                .param("due", at(alert.dueAt()))
                .param("link", alert.link())
                .param("raised", at(alert.raisedAt()));
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var alert =
                new Alert(
                        row.getString("alert_id"),
                        row.getString("case_id"),
                        row.getString("reference"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("school"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("link"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant());
        return new Standing(
                alert,
                AlertState.valueOf(row.getString("state")),
                row.getInt("round"),
                row.getInt("step"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
