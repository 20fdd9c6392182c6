package org.handbell.cases.publishing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Locks on the keys of compacted topics.
@Component
class JdbcPublishedKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPublishedKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Waits until nobody else publishes these keys, and keeps it so until the transaction ends.
    /// Always in the order of the keys, so that two who lock several never wait for each other.
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(String topic, List<String> keys) {
        jdbc.sql(
                        """
                        insert into published_key (topic, key, sent_at)
                        select :topic, k, :now from unnest(cast(:keys as text[])) k order by k
                        on conflict (topic, key) do update set sent_at = excluded.sent_at
                        """)
                .param("topic", topic)
                .param("keys", keys.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
