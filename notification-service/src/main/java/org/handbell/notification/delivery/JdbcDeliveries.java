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
                        insert into delivery (delivery_id, alert_id, purpose, round, step, wait_ms,
                            person_id, channel, state)
                        values (:id, :alert, :purpose, :round, :step, :wait,
                            :person, :channel, :state)
                        on conflict do nothing
                        """)
                .param("id", delivery.deliveryId())
                .param("alert", delivery.alertId())
                .param("purpose", delivery.purpose().name())
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
                            and purpose = 'FIRST'
                        order by delivery_id
                        """)
                .param("alert", alertId)
                .param("round", round)
                .param("step", step)
                .query(JdbcDeliveries::delivery)
                .list();
    }

    @Override
    public List<Delivery> told(String alertId, int round) {
        return jdbc.sql(
                        """
                        select * from delivery
                        where alert_id = :alert and round = :round and purpose = 'FIRST'
                            and state = 'DELIVERED'
                        order by delivery_id
                        """)
                .param("alert", alertId)
                .param("round", round)
                .query(JdbcDeliveries::delivery)
                .list();
    }

    @Override
    public void due(Delivery told, Instant leaves, boolean gathered) {
        jdbc.sql(
                        """
                        update delivery set state = 'PENDING', due_at = :leaves,
                            gathered = :gathered
                        where delivery_id = :id and state = 'WAITING'
                        """)
                .param("id", told.deliveryId())
                .param("leaves", at(leaves))
                .param("gathered", gathered)
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
    public List<Delivery> digest(String personId, Instant now) {
        var all =
                jdbc.sql(
                                """
                                select * from delivery
                                where person_id = :person and gathered
                                    and state in ('PENDING', 'SENDING')
                                    and due_at <= :now
                                    and (next_at is null or next_at <= :now)
                                order by alert_id, delivery_id limit 500
                                """)
                        .param("person", personId)
                        .param("now", at(now))
                        .query(JdbcDeliveries::delivery)
                        .list();
        var cutShort = all.stream().filter(d -> d.state() == DeliveryState.SENDING).toList();
        return cutShort.isEmpty() ? all : cutShort;
    }

    @Override
    public String reference(String deliveryId) {
        return jdbc.sql(
                        """
                        select coalesce(sent_as, delivery_id) from delivery
                        where delivery_id = :id
                        """)
                .param("id", deliveryId)
                .query(String.class)
                .single();
    }

    @Override
    public List<Delivery> sentAs(String reference) {
        return jdbc.sql(
                        """
                        select * from delivery
                        where delivery_id = :reference or sent_as = :reference
                        order by alert_id, delivery_id
                        """)
                .param("reference", reference)
                .query(JdbcDeliveries::delivery)
                .list();
    }

    @Override
    public boolean receipt(String deliveryId, String receipt, Instant now) {
        return jdbc.sql(
                                """
                                update delivery set receipt = :receipt, receipt_at = :now
                                where delivery_id = :id and receipt is null
                                """)
                        .param("id", deliveryId)
                        .param("receipt", receipt)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /// Two claims of one person's messages must not both see room for the last one: the lock holds
    /// until the claim is committed.
    @Override
    public Left left(Delivery besides, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:contact, 0))")
                .param("contact", besides.channel() + "/" + besides.personId())
                .query((_, _) -> "")
                .single();
        return jdbc.sql(
                        """
                        select count(*) as messages, min(left_at) as first, max(left_at) as last
                        from delivery
                        where person_id = :person and channel = :channel and left_at > :since
                            and state in ('SENDING', 'DELIVERED') and delivery_id <> :id
                        """)
                .param("id", besides.deliveryId())
                .param("person", besides.personId())
                .param("channel", besides.channel().name())
                .param("since", at(since))
                .query((row, _) ->
                        new Left(
                                row.getInt("messages"),
                                instant(row, "first"),
                                instant(row, "last")))
                .single();
    }

    @Override
    public void claim(Delivery claimed, @Nullable String sentAs, Instant now) {
        jdbc.sql(
                        """
                        update delivery set state = 'SENDING', attempt = :attempt,
                            may_have_arrived = :repeat, sent_as = :sentAs, left_at = :now,
                            receipt = null, receipt_at = null
                        where delivery_id = :id
                        """)
                .param("id", claimed.deliveryId())
                .param("attempt", claimed.attempt())
                .param("repeat", claimed.mayHaveArrived())
                .param("sentAs", sentAs)
                .param("now", at(now))
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
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("round"),
                row.getInt("step"),
                Duration.ofMillis(row.getLong("wait_ms")),
                row.getString("person_id"),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getBoolean("may_have_arrived"),
                row.getBoolean("gathered"),
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
