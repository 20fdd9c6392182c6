package org.handbell.cases.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcInbox implements Inbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcInbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean first(String reader, String eventId) {
        return jdbc.sql(
                                """
                                insert into inbox (event_id, reader, seen_at) values (?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(eventId, reader, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public int forgetBefore(Instant time) {
        return jdbc.sql("delete from inbox where seen_at < ?").param(Timestamp.from(time)).update();
    }
}
