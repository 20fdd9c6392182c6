package org.handbell.notification.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import org.handbell.contract.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcInbox implements Inbox {

    private final JdbcClient jdbc;

    JdbcInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean first(Event event, Instant now) {
        return jdbc.sql(
                                """
                                insert into inbox (event_id, event_at, taken_at)
                                values (:id, :at, :now) on conflict do nothing
                                """)
                        .param("id", event.eventId())
                        .param("at", event.at().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public int forgetBefore(Instant taken) {
        return jdbc.sql("delete from inbox where taken_at < :taken")
                .param("taken", taken.atOffset(ZoneOffset.UTC))
                .update();
    }
}
