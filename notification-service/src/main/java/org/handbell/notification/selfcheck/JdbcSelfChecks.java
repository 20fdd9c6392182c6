package org.handbell.notification.selfcheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSelfChecks implements SelfChecks {

    private final JdbcClient jdbc;

    JdbcSelfChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begun(Instant now) {
        jdbc.sql("insert into self_check (since) values (:now) on conflict do nothing")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void gotThrough(Instant at) {
        jdbc.sql("update self_check set got_through_at = :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Instant> last() {
        return jdbc.sql("select coalesce(got_through_at, since) from self_check")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
