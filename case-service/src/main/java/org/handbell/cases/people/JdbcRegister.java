package org.handbell.cases.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.cases.people.RegisterEntry.Clear;
import org.handbell.cases.people.RegisterEntry.Confidential;
import org.handbell.cases.people.RegisterEntry.Former;
import org.handbell.cases.people.RegisterEntry.Hidden;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.contract.Ids;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Json;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

@Repository
class JdbcRegister implements Register, PublishedTable<RegisterEvent> {

    private static final Map<String, Class<? extends RegisterEvent>> CLEAR =
            Map.of(
                    "TRUST", RegisterEvent.Trust.class,
                    "ACADEMY", RegisterEvent.Academy.class,
                    "TERM", RegisterEvent.Term.class,
                    "STAFF", RegisterEvent.Staff.class,
                    "SUPPLIER", RegisterEvent.Supplier.class,
                    "PHOTOCONSENT", RegisterEvent.PhotoConsent.class,
                    "PERMISSION", RegisterEvent.Permission.class);
    private static final Map<String, Class<? extends Hidden>> HIDDEN =
            Map.of(
                    "PUPIL",
                    Pupil.class,
                    "FORMER",
                    Former.class,
                    "CONFIDENTIAL",
                    Confidential.class);

    private final JdbcClient jdbc;
    private final TableChanges changes;
    private final Clock clock;
    private final ObjectProvider<RegisterKey> key;

    JdbcRegister(
            JdbcClient jdbc, TableChanges changes, Clock clock, ObjectProvider<RegisterKey> key) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.key = key;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(Collection<RegisterEntry> entries) {
        var old = fingerprints();
        var changed = new ArrayList<String>();
        for (var entry : entries) {
            var fingerprint = fingerprint(entry);
            if (!fingerprint.equals(old.remove(entry.id()))) {
                store(entry, fingerprint);
                changed.add(entry.id());
            }
        }
        old.keySet().forEach(this::remove);
        changed.addAll(old.keySet());
        changes.changed(Topics.REGISTER, changed);
        return changed.size();
    }

    @Override
    public String idOf(String confidentialTerm) {
        return "term-" + key.getObject().hash().of(KeyedHash.tokens(confidentialTerm));
    }

    @Override
    public Wire<RegisterEvent> wire() {
        return Wire.REGISTER;
    }

    @Override
    public List<String> keys() {
        return jdbc.sql("select entry_id from register_entry")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Override
    public RegisterEvent current(String entryId) {
        return jdbc.sql("select * from register_entry where entry_id = ?")
                .param(entryId)
                .query((row, n) -> event(row))
                .optional()
                .orElseGet(() -> new RegisterEvent.Removed(entryId, clock.instant()));
    }

    private Map<String, String> fingerprints() {
        var all = new HashMap<String, String>();
        jdbc.sql("select entry_id, fingerprint from register_entry for update")
                .query(row -> {
                    all.put(row.getString(1), row.getString(2));
                });
        return all;
    }

    private String fingerprint(RegisterEntry entry) {
        return switch (entry) {
            case Clear clear -> Ids.derive("register entry", json(clear.event()));
            case Hidden hidden -> key.getObject().fingerprint(entry.kind() + json(hidden));
        };
    }

    private void store(RegisterEntry entry, String fingerprint) {
        var body = entry instanceof Clear clear ? json(clear.event()) : null;
        jdbc.sql(
                        """
                        insert into register_entry (entry_id, kind, body, sealed, fingerprint, changed_at)
                        values (:id, :kind, cast(:body as jsonb), :sealed, :fingerprint, :at)
                        on conflict (entry_id) do update set kind = excluded.kind, body = excluded.body,
                          sealed = excluded.sealed, fingerprint = excluded.fingerprint,
                          changed_at = excluded.changed_at
                        """)
                .param("id", entry.id())
                .param("kind", entry.kind())
                .param("body", body)
                .param("sealed", sealed(entry).orElse(null))
                .param("fingerprint", fingerprint)
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<byte[]> sealed(RegisterEntry entry) {
        return entry instanceof Hidden
                ? Optional.of(key.getObject().seal(entry.id(), json(entry)))
                : Optional.empty();
    }

    private void remove(String entryId) {
        jdbc.sql("delete from register_entry where entry_id = ?").param(entryId).update();
    }

    private RegisterEvent event(ResultSet row) throws SQLException {
        var at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        var kind = row.getString("kind");
        var hidden = HIDDEN.get(kind);
        return hidden == null
                ? clear(CLEAR.get(kind), row.getString("body"), at)
                : HiddenWindows.of(
                        open(hidden, row.getString("entry_id"), row.getBytes("sealed")),
                        key.getObject().hash(),
                        at);
    }

    private Hidden open(Class<? extends Hidden> type, String id, byte[] sealed) {
        return Json.mapper().readValue(key.getObject().open(id, sealed), type);
    }

    private static RegisterEvent clear(
            @Nullable Class<? extends RegisterEvent> type, String body, Instant at) {
        if (type == null) {
            throw new IllegalStateException("a register entry of a kind that nobody knows");
        }
        var node = (ObjectNode) Json.mapper().readTree(body);
        node.put("at", at.toString());
        return Json.mapper().treeToValue(node, type);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
