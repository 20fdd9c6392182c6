package org.handbell.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDeliveries implements Deliveries {

    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Delivery> waiting) {
        waiting.forEach(this::add);
    }

    private void add(Delivery delivery) {
        jdbc.sql(
                        """
                        insert into delivery (delivery_id, alert_id, round, step, wait_ms,
                            person_id, channel, state)
                        values (:id, :alert, :round, :step, :wait, :person, :channel, :state)
                        on conflict do nothing
                        """)
                .param("id", delivery.deliveryId())
                .param("alert", delivery.alertId())
                .param("round", delivery.round())
                .param("step", delivery.step())
                .param("wait", delivery.afterWait().toMillis())
                .param("person", delivery.personId())
                .param("channel", delivery.channel().name())
                .param("state", delivery.state().name())
                .update();
    }

    @Override
    public Optional<Delivery> find(String deliveryId) {
        return jdbc.sql("select * from delivery where delivery_id = :id")
                .param("id", deliveryId)
                .query(JdbcDeliveries::delivery)
                .optional();
    }

    @Override
    public List<Delivery> ofStep(String alertId, int round, int step) {
        return jdbc.sql(
                        """
                        select * from delivery
                        where alert_id = :alert and round = :round and step = :step
                        order by delivery_id
                        """)
                .param("alert", alertId)
                .param("round", round)
                .param("step", step)
                .query(JdbcDeliveries::delivery)
                .list();
    }

    @Override
    public void due(List<Delivery> told, Instant now) {
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update delivery set state = 'PENDING', due_at = :now
                        where delivery_id in (:told) and state = 'WAITING'
                        """)
                .param("told", told.stream().map(Delivery::deliveryId).toList())
                .param("now", at(now))
                .update();
    }

    @Override
    public void stop(String alertId) {
        jdbc.sql(
                        """
                        update delivery set state = 'STOPPED'
                        where alert_id = :alert and state in ('WAITING', 'PENDING')
                        """)
                .param("alert", alertId)
                .update();
    }

    @Override
    public void claim(Delivery claimed, Instant now) {
        jdbc.sql(
                        """
                        update delivery set state = 'SENDING', attempt = :attempt,
                            may_have_arrived = :repeat
                        where delivery_id = :id
                        """)
                .param("id", claimed.deliveryId())
                .param("attempt", claimed.attempt())
                .param("repeat", claimed.mayHaveArrived())
                .update();
        jdbc.sql(
                        """
                        insert into attempt (delivery_id, attempt, repeat, started_at)
                        values (:id, :attempt, :repeat, :now)
                        """)
                .param("id", claimed.deliveryId())
                .param("attempt", claimed.attempt())
                .param("repeat", claimed.mayHaveArrived())
                .param("now", at(now))
                .update();
    }

    @Override
    public void log(Delivery claimed, Outcome outcome, Instant now) {
        jdbc.sql(
                        """
                        update attempt set ended_at = :now, outcome = :outcome, detail = :detail
                        where delivery_id = :id and attempt = :attempt
                        """)
                .param("id", claimed.deliveryId())
                .param("attempt", claimed.attempt())
                .param("now", at(now))
                .param("outcome", name(outcome))
                .param("detail", outcome.detail())
                .update();
    }

    @Override
    public void leave(Delivery claimed, DeliveryState state, @Nullable Instant nextAt) {
        jdbc.sql("update delivery set state = :state, next_at = :next where delivery_id = :id")
                .param("id", claimed.deliveryId())
                .param("state", state.name())
                .param("next", nextAt == null ? null : at(nextAt))
                .update();
    }

    @Override
    public void mayHaveArrived(String deliveryId) {
        jdbc.sql("update delivery set may_have_arrived = true where delivery_id = :id")
                .param("id", deliveryId)
                .update();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _ -> "DELIVERED";
            case Outcome.TryAgain _ -> "TRY_AGAIN";
            case Outcome.Refused _ -> "REFUSED";
        };
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("delivery_id"),
                row.getString("alert_id"),
                row.getInt("round"),
                row.getInt("step"),
                Duration.ofMillis(row.getLong("wait_ms")),
                row.getString("person_id"),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getBoolean("may_have_arrived"),
                instant(row, "due_at"),
                instant(row, "next_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
