package org.handbell.notification.outbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOutbox implements Outbox {

    /// Any constant will do; only one relay holds the lock at a time, which keeps the order.
    private static final long RELAY_LOCK = 7_305_808_869L;

    private final JdbcClient jdbc;
    private final Wire<DeliveryEvent> wire = Wire.of(Topics.DELIVERIES);

    JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An event and its place in the row.
    record Waiting(long seq, DeliveryEvent event) {}

    @Override
    public void add(DeliveryEvent event) {
        jdbc.sql(
                        """
                        insert into outbox (type, event_key, value, event_at)
                        values (:type, :key, :value, :at)
                        """)
                .param("type", wire.type(event))
                .param("key", event.key())
                .param("value", Objects.requireNonNull(wire.value(event)))
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Until the transaction ends, nobody else gets true.
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", RELAY_LOCK)
                .query(Boolean.class)
                .single();
    }

    List<Waiting> oldest(int limit) {
        return jdbc.sql("select * from outbox order by seq limit :limit")
                .param("limit", limit)
                .query((row, _) ->
                        new Waiting(
                                row.getLong("seq"),
                                wire.read(
                                        row.getString("type"),
                                        row.getString("event_key"),
                                        row.getBytes("value"),
                                        row.getObject("event_at", OffsetDateTime.class)
                                                .toInstant())))
                .list();
    }

    void remove(List<Waiting> sent) {
        jdbc.sql("delete from outbox where seq in (:sent)")
                .param("sent", sent.stream().map(Waiting::seq).toList())
                .update();
    }
}
