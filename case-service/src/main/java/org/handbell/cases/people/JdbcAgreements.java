package org.handbell.cases.people;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAgreements implements Agreements {

    private static final String REASON = "reason of ";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    JdbcAgreements(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void agreed(String entryId, Agreement agreement) {
        jdbc.sql(
                        """
                        insert into agreement (entry_id, kind, agreed_by, agreed_on, reason)
                        values (:id, :kind, :by, :on, :reason)
                        on conflict (entry_id) do update set kind = excluded.kind,
                          agreed_by = excluded.agreed_by, agreed_on = excluded.agreed_on,
                          reason = excluded.reason
                        """)
                .param("id", entryId)
                .param("kind", agreement.kind().name())
                .param("by", agreement.agreedBy())
                .param("on", agreement.agreedOn())
                .param("reason", sealing.seal(REASON + entryId, agreement.reason()))
                .update();
    }

    @Override
    public Optional<Agreement> agreement(String entryId) {
        return jdbc.sql("select * from agreement where entry_id = ?")
                .param(entryId)
                .query((row, n) ->
                        new Agreement(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("agreed_by"),
                                row.getObject("agreed_on", LocalDate.class),
                                sealing.open(REASON + entryId, row.getBytes("reason"))))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tender(String entryId, Tender tender) {
        jdbc.sql(
                        """
                        insert into tender (entry_id, open_from, open_until) values (:id, :from, :until)
                        on conflict (entry_id) do update set open_from = excluded.open_from,
                          open_until = excluded.open_until
                        """)
                .param("id", entryId)
                .param("from", tender.from())
                .param("until", tender.until())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void noTender(String entryId) {
        jdbc.sql("delete from tender where entry_id = ?").param(entryId).update();
    }

    @Override
    public Optional<Tender> tender(String entryId) {
        return jdbc.sql("select * from tender where entry_id = ?")
                .param(entryId)
                .query((row, n) ->
                        new Tender(
                                row.getObject("open_from", LocalDate.class),
                                row.getObject("open_until", LocalDate.class)))
                .optional();
    }
}
