package org.handbell.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseErrorsTest extends DeskTest {

    @Autowired JdbcClient jdbc;

    @Test
    void anErrorOfTheDatabaseQuotesNobody() {
        var broken =
                catchThrowable(() ->
                        jdbc.sql(
                                        """
                                        insert into inbox (event_id, reader, seen_at)
                                        select 'rowan.pell@fernhill.example', 'test', now()
                                        from generate_series(1, 2)
                                        """)
                                .update());
        assertThat(broken)
                .isInstanceOf(DuplicateKeyException.class)
                .hasRootCauseMessage(
                        "ERROR: duplicate key value violates unique constraint \"inbox_pkey\"");
    }
}
