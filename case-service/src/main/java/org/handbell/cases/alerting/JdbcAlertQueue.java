package org.handbell.cases.alerting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.casefile.CaseEvent;
import org.handbell.contract.AlertEvent;
import org.handbell.contract.Severity;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Json;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAlertQueue implements AlertQueue {

    private final Wire<AlertEvent> wire = Wire.of(Topics.ALERTS);
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAlertQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(AlertEvent event, CaseEvent.@Nullable Times times) {
        jdbc.sql(
                        """
                        insert into alert_events
                            (event_id, alert_id, case_id, type, payload, at, captured_at,
                            posted_at, severity)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        event.eventId(),
                        event.alertId(),
                        event.caseId(),
                        wire.type(event),
                        Json.mapper().writeValueAsBytes(event),
                        Timestamp.from(event.at()))
                .param(times == null ? null : Timestamp.from(times.capturedAt()))
                .param(times == null ? null : Timestamp.from(times.postedAt()))
                .param(severity(event))
                .update();
    }

    @Override
    public Optional<Made> reached(String alertId, Instant at) {
        return jdbc.sql(
                        """
                        update alert_events set reached_at = ?
                        where alert_id = ? and captured_at is not null and reached_at is null
                            and posted_at is not null
                        returning captured_at, posted_at, severity
                        """)
                .params(Timestamp.from(at), alertId)
                .query((rs, row) -> made(rs))
                .optional();
    }

    @Override
    public Set<String> alertsOf(String caseId) {
        return new HashSet<>(
                jdbc.sql("select distinct alert_id from alert_events where case_id = ?")
                        .param(caseId)
                        .query((rs, row) -> rs.getString("alert_id"))
                        .list());
    }

    @Override
    public Set<String> told(String caseId) {
        return events("where case_id = ?", caseId).stream()
                .flatMap(event -> ladder(event).stream())
                .map(AlertEvent.Rung::personId)
                .collect(Collectors.toSet());
    }

    @Override
    public List<AlertEvent> waiting(String caseId) {
        return events("where case_id = ? and sent_at is null order by seq for update", caseId);
    }

    @Override
    public void sent(List<AlertEvent> events) {
        for (var event : events) {
            jdbc.sql("update alert_events set sent_at = ? where event_id = ?")
                    .params(Timestamp.from(clock.instant()), event.eventId())
                    .update();
        }
    }

    private List<AlertEvent> events(String where, String caseId) {
        return jdbc.sql("select * from alert_events " + where)
                .param(caseId)
                .query((rs, row) ->
                        wire.read(
                                rs.getString("type"),
                                rs.getString("case_id"),
                                (byte @Nullable []) rs.getBytes("payload"),
                                rs.getTimestamp("at").toInstant()))
                .list();
    }

    private static Made made(ResultSet rs) throws SQLException {
        return new Made(
                Severity.valueOf(rs.getString("severity")),
                new CaseEvent.Times(
                        rs.getTimestamp("posted_at").toInstant(),
                        rs.getTimestamp("captured_at").toInstant()));
    }

    private static @Nullable String severity(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised raised -> raised.severity().name();
            case AlertEvent.Regraded regraded -> regraded.severity().name();
            case AlertEvent.HandedOver handed -> handed.severity().name();
            case AlertEvent.Acknowledged _, AlertEvent.Withdrawn _ -> null;
        };
    }

    private static List<AlertEvent.Rung> ladder(AlertEvent event) {
        return switch (event) {
            case AlertEvent.Raised raised -> raised.ladder();
            case AlertEvent.Regraded regraded -> regraded.ladder();
            case AlertEvent.HandedOver handed -> handed.ladder();
            case AlertEvent.Acknowledged _, AlertEvent.Withdrawn _ -> List.of();
        };
    }
}
