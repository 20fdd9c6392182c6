package org.handbell.cases.register;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPurposes implements Purposes {

    private final JdbcClient jdbc;
    private final SealedWords words;

    JdbcPurposes(JdbcClient jdbc, SealedWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public Optional<Purpose> of(String accountId) {
        return jdbc.sql("select * from account_words where account_id = ?")
                .param(accountId)
                .query((row, n) ->
                        new Purpose(
                                words.open(accountId, row.getBytes("why")),
                                words.open(accountId, row.getBytes("audience")),
                                words.open(accountId, row.getBytes("conditions")),
                                row.getBoolean("pupils_pictured")))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(String accountId, Purpose purpose) {
        jdbc.sql(
                        """
                        insert into account_words
                          (account_id, why, audience, conditions, pupils_pictured)
                        values (?, ?, ?, ?, ?)
                        on conflict (account_id) do update set why = excluded.why,
                          audience = excluded.audience, conditions = excluded.conditions,
                          pupils_pictured = excluded.pupils_pictured
                        """)
                .params(
                        accountId,
                        words.seal(accountId, purpose.why()),
                        words.seal(accountId, purpose.audience()),
                        words.seal(accountId, purpose.conditions()),
                        purpose.pupilsPictured())
                .update();
    }
}
