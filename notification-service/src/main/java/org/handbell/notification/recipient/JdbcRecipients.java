package org.handbell.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.RecipientEvent.Left;
import org.handbell.contract.RecipientEvent.Listed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcRecipients implements Recipients {

    private final JdbcClient jdbc;

    JdbcRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Recipient> find(String personId) {
        return jdbc.sql("select * from recipient where person_id = :person")
                .param("person", personId)
                .query((row, _) ->
                        new Recipient(
                                row.getString("person_id"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getInt("digest_hour"),
                                row.getObject("absent_until", LocalDate.class)))
                .optional();
    }

    @Override
    public void follow(RecipientEvent event, Instant readAt) {
        switch (event) {
            case Listed listed -> store(listed, readAt);
            case Left left ->
                    jdbc.sql("delete from recipient where person_id = :person")
                            .param("person", left.personId())
                            .update();
        }
    }

    @Override
    @Transactional
    public void replace(Collection<Listed> table, Instant readingBegan) {
        table.forEach(listed -> store(listed, readingBegan));
        jdbc.sql("delete from recipient where read_at < :began")
                .param("began", readingBegan.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// An older revision only says that the person is still there.
    private void store(Listed listed, Instant readAt) {
        jdbc.sql(
                        """
                        insert into recipient as old
                            (person_id, email, phone, digest_hour, absent_until, revision, read_at)
                        values (:person, :email, :phone, :hour, :absent, :revision, :at)
                        on conflict (person_id) do update set
                            email = case when excluded.revision >= old.revision
                                then excluded.email else old.email end,
                            phone = case when excluded.revision >= old.revision
                                then excluded.phone else old.phone end,
                            digest_hour = case when excluded.revision >= old.revision
                                then excluded.digest_hour else old.digest_hour end,
                            absent_until = case when excluded.revision >= old.revision
                                then excluded.absent_until else old.absent_until end,
                            revision = greatest(excluded.revision, old.revision),
                            read_at = greatest(excluded.read_at, old.read_at)
                        """)
                .param("person", listed.personId())
                .param("email", listed.email())
                .param("phone", listed.phone())
                .param("hour", listed.digestHour())
                .param("absent", listed.absentUntil())
                .param("revision", listed.revision())
                .param("at", readAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
