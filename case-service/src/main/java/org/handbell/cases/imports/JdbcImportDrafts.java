package org.handbell.cases.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.handbell.cases.people.Sealing;
import org.handbell.contract.wire.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

@Repository
class JdbcImportDrafts implements ImportDrafts {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final String SEAL = "import of ";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    JdbcImportDrafts(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void keep(String personId, Draft draft) {
        var json = Json.mapper().writeValueAsString(draft.texts());
        jdbc.sql(
                        """
                        insert into import_draft (person_id, sealed, standing, made_at)
                        values (:id, :sealed, :standing, :at)
                        on conflict (person_id) do update set sealed = excluded.sealed,
                          standing = excluded.standing, made_at = excluded.made_at
                        """)
                .param("id", personId)
                .param("sealed", sealing.seal(SEAL + personId, json))
                .param("standing", draft.standing())
                .param("at", now())
                .update();
    }

    @Override
    public Optional<Draft> of(String personId) {
        return jdbc.sql("select * from import_draft where person_id = :id and made_at > :since")
                .param("id", personId)
                .param("since", now().minus(KEPT))
                .query((row, n) ->
                        new Draft(
                                texts(sealing.open(SEAL + personId, row.getBytes("sealed"))),
                                row.getString("standing")))
                .optional();
    }

    @Override
    @Transactional
    public void drop(String personId) {
        jdbc.sql("delete from import_draft where person_id = ?").param(personId).update();
    }

    @Override
    @Transactional
    public int dropOld() {
        return jdbc.sql("delete from import_draft where made_at <= ?")
                .param(now().minus(KEPT))
                .update();
    }

    @Override
    public long underWay() {
        return jdbc.sql(
                        "select count(*) from event_publication where event_type like '%TableChanged'")
                .query(Long.class)
                .single();
    }

    private static Map<String, String> texts(String json) {
        return Json.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
