package org.handbell.cases.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdentities implements Identities {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcIdentities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<String> personOf(Account account) {
        return jdbc.sql(
                        """
                        select person_id from provider_identity
                        where issuer = ? and client_id = ? and subject = ?
                        """)
                .params(account.issuer(), account.clientId(), account.subject())
                .query(String.class)
                .optional();
    }

    @Override
    public boolean bind(Account account, String personId) {
        return jdbc.sql(
                                """
                                insert into provider_identity (issuer, client_id, subject, person_id, bound_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                account.issuer(),
                                account.clientId(),
                                account.subject(),
                                personId,
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
