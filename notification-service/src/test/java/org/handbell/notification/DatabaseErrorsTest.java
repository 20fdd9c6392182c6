package org.handbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.handbell.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class DatabaseErrorsTest {

    @Test
    void anErrorOfTheDatabaseQuotesNoAddress() {
        try (var post = new PostOffice();
                var service = Running.start(TestDatabase.newDatabase(), post.port())) {
            var broken =
                    catchThrowable(() ->
                            service.jdbc()
                                    .sql(
                                            """
                                            insert into recipient (person_id, email, read_at)
                                            values ('st-04', 'rowan.pell@fernhill.example', now())
                                            """)
                                    .update());
            assertThat(broken)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasStackTraceContaining("violates not-null constraint");
            assertThat(broken.getCause()).message().doesNotContain("rowan.pell@fernhill.example");
        }
    }
}
