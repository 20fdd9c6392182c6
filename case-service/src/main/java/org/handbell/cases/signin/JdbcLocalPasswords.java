package org.handbell.cases.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLocalPasswords {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLocalPasswords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean none() {
        return jdbc.sql("select not exists (select 1 from local_password)")
                .query(Boolean.class)
                .single();
    }

    Optional<String> hash(String personId) {
        return jdbc.sql("select hash from local_password where person_id = ?")
                .param(personId)
                .query(String.class)
                .optional();
    }

    /// Keeps the hash where the person has none yet.
    ///
    /// @return whether it was kept
    boolean keep(String personId, String hash) {
        return jdbc.sql(
                                """
                                insert into local_password (person_id, hash, made_at) values (?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(personId, hash, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
