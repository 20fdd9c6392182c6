package org.handbell.cases.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final int MOST_NAMED = 10;
    private static final int DAYS_KEPT = 3;

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
        return replace(kinds(), entries).count();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Differences replace(Set<String> kinds, Collection<RegisterEntry> entries) {
        alone();
        var differences = compare(kinds, entries);
        var touched = new HashSet<>(differences.came());
        touched.addAll(differences.changed());
        entries.stream()
                .filter(entry -> touched.contains(entry.id()))
                .forEach(entry -> store(entry, false));
        named(entries);
        differences.gone().forEach(this::delete);
        touched.addAll(differences.gone());
        changes.changed(Topics.REGISTER, touched);
        return differences;
    }

    @Override
    public Differences compare(Set<String> kinds, Collection<RegisterEntry> entries) {
        var old = fingerprints(kinds);
        var came = new ArrayList<String>();
        var changed = new ArrayList<String>();
        for (var entry : entries) {
            var before = old.remove(entry.id());
            if (before == null) {
                came.add(entry.id());
            } else if (!before.fingerprint().equals(fingerprint(entry))) {
                changed.add(entry.id());
            }
        }
        var gone =
                old.entrySet().stream()
                        .filter(entry -> !entry.getValue().byHand())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return new Differences(came, changed, gone);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(RegisterEntry entry) {
        alone();
        store(entry, true);
        changes.changed(Topics.REGISTER, List.of(entry.id()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(String entryId) {
        alone();
        var gone = delete(entryId);
        if (gone) {
            changes.changed(Topics.REGISTER, List.of(entryId));
        }
        return gone;
    }

    @Override
    public <E extends RegisterEvent> List<E> all(Class<E> type) {
        return jdbc.sql("select * from register_entry where kind = ? order by entry_id")
                .param(type.getSimpleName().toUpperCase(Locale.ROOT))
                .query((row, n) -> type.cast(event(row)))
                .list();
    }

    @Override
    public List<RegisterEvent> clear(Collection<String> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select * from register_entry where entry_id in (:ids) and body is not null")
                        .param("ids", entryIds)
                        .query((row, n) -> event(row))
                        .list();
    }

    @Override
    public List<String> ids(String kind) {
        return jdbc.sql("select entry_id from register_entry where kind = ?")
                .param(kind)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Override
    public long count(String kind) {
        return jdbc.sql("select count(*) from register_entry where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Hidden> hidden(String entryId) {
        return jdbc.sql("select * from register_entry where entry_id = ? and sealed is not null")
                .param(entryId)
                .query((row, n) -> opened(row))
                .optional();
    }

    @Override
    public List<Hidden> named(String name) {
        var words = KeyedHash.tokens(name);
        if (words.size() < 2) {
            return List.of();
        }
        return jdbc
                .sql(
                        "select * from register_entry where kind in ('PUPIL', 'FORMER') order by entry_id")
                .query((row, n) -> opened(row))
                .list()
                .stream()
                .filter(entry -> KeyedHash.tokens(nameOf(entry)).containsAll(words))
                .limit(MOST_NAMED)
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String standing() {
        alone();
        return jdbc.sql(
                        """
                        select md5((select coalesce(string_agg(entry_id || ' ' || fingerprint, ','
                            order by entry_id), '') from register_entry)
                          || (select coalesce(string_agg(person_id || ' ' || revision, ','
                            order by person_id), '') from person))
                        """)
                .query(String.class)
                .single();
    }

    @Override
    @Transactional
    public int dropWhatRanOut() {
        alone();
        var last =
                LocalDate.ofInstant(clock.instant(), JdbcPreferences.LONDON).minusDays(DAYS_KEPT);
        var gone =
                jdbc.sql(
                                """
                                delete from register_entry where kind in ('PERMISSION', 'PHOTOCONSENT')
                                  and cast(body ->> 'until' as date) < ? returning entry_id
                                """)
                        .param(last)
                        .query((row, n) -> row.getString(1))
                        .list();
        changes.changed(Topics.REGISTER, gone);
        return gone.size();
    }

    /// One change of the register at a time, until the end of the transaction.
    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('handbell.import.trust'))")
                .query((row, n) -> n)
                .list();
    }

    private static Set<String> kinds() {
        var kinds = new HashSet<>(CLEAR.keySet());
        kinds.addAll(HIDDEN.keySet());
        return kinds;
    }

    private static String nameOf(Hidden entry) {
        return switch (entry) {
            case Pupil pupil -> pupil.name();
            case Former former -> former.name();
            case Confidential _ -> "";
        };
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

    private Map<String, Before> fingerprints(Set<String> kinds) {
        var all = new HashMap<String, Before>();
        jdbc.sql("select entry_id, fingerprint, by_hand from register_entry where kind in (:kinds)")
                .param("kinds", kinds)
                .query(row -> {
                    all.put(row.getString(1), new Before(row.getString(2), row.getBoolean(3)));
                });
        return all;
    }

    /// An import takes over what it names, whoever entered it.
    private void named(Collection<RegisterEntry> entries) {
        var byHand =
                new HashSet<>(
                        jdbc.sql("select entry_id from register_entry where by_hand")
                                .query((row, n) -> row.getString(1))
                                .list());
        byHand.retainAll(entries.stream().map(RegisterEntry::id).toList());
        if (!byHand.isEmpty()) {
            jdbc.sql("update register_entry set by_hand = false where entry_id in (:ids)")
                    .param("ids", byHand)
                    .update();
        }
    }

    private record Before(String fingerprint, boolean byHand) {}

    private String fingerprint(RegisterEntry entry) {
        return switch (entry) {
            case Clear clear -> Ids.derive("register entry", json(clear.event()));
            case Hidden hidden -> key.getObject().fingerprint(entry.kind() + json(hidden));
        };
    }

    private void store(RegisterEntry entry, boolean byHand) {
        var body = entry instanceof Clear clear ? json(clear.event()) : null;
        jdbc.sql(
                        """
                        insert into register_entry (entry_id, kind, body, sealed, fingerprint, changed_at,
                          by_hand)
                        values (:id, :kind, cast(:body as jsonb), :sealed, :fingerprint, :at, :byHand)
                        on conflict (entry_id) do update set kind = excluded.kind, body = excluded.body,
                          sealed = excluded.sealed, fingerprint = excluded.fingerprint,
                          changed_at = excluded.changed_at
                        """)
                .param("id", entry.id())
                .param("kind", entry.kind())
                .param("body", body)
                .param("sealed", sealed(entry).orElse(null))
                .param("fingerprint", fingerprint(entry))
                .param("byHand", byHand)
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<byte[]> sealed(RegisterEntry entry) {
        return entry instanceof Hidden
                ? Optional.of(key.getObject().seal(entry.id(), json(entry)))
                : Optional.empty();
    }

    private boolean delete(String entryId) {
        return jdbc.sql("delete from register_entry where entry_id = ?").param(entryId).update()
                > 0;
    }

    private RegisterEvent event(ResultSet row) throws SQLException {
        var at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        var kind = row.getString("kind");
        return HIDDEN.containsKey(kind)
                ? HiddenWindows.of(opened(row), key.getObject().hash(), at)
                : clear(CLEAR.get(kind), row.getString("body"), at);
    }

    private Hidden opened(ResultSet row) throws SQLException {
        var type = HIDDEN.get(row.getString("kind"));
        if (type == null) {
            throw new IllegalStateException("a sealed entry of a kind that nobody knows");
        }
        return open(type, row.getString("entry_id"), row.getBytes("sealed"));
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
