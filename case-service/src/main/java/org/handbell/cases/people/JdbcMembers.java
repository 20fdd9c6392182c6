package org.handbell.cases.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMembers implements Members, PublishedTable<RecipientEvent> {

    private final JdbcClient jdbc;
    private final TableChanges changes;
    private final Preferences preferences;
    private final Clock clock;

    JdbcMembers(JdbcClient jdbc, TableChanges changes, Preferences preferences, Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Differences compare(Collection<Member> members) {
        return compare(all(), members);
    }

    private Differences compare(Map<String, Member> old, Collection<Member> members) {
        var came = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var gone = new LinkedHashSet<>(old.keySet());
        for (var member : members) {
            var id = member.person().personId();
            if (!gone.remove(id)) {
                came.add(id);
            } else if (!member.equals(old.get(id))) {
                changed.add(id);
            }
        }
        gone.removeAll(byHand());
        return new Differences(came, changed, List.copyOf(gone));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(Collection<Member> members) {
        var old = all();
        var differences = compare(old, members);
        var touched = new ArrayList<Member>();
        for (var id : differences.gone()) {
            var member = Objects.requireNonNull(old.get(id));
            remove(member);
            touched.add(member);
        }
        for (var member : members) {
            var id = member.person().personId();
            var before = old.get(id);
            if (!member.equals(before)) {
                store(member, false);
                touched.add(before != null && before.reachable() ? before : member);
            }
        }
        var byHand = byHand();
        byHand.retainAll(members.stream().map(member -> member.person().personId()).toList());
        byHand.forEach(this::takeOver);
        publish(touched);
        return touched.size();
    }

    @Override
    public List<Member> members() {
        return List.copyOf(all().values());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Member member) {
        var before = all().get(member.person().personId());
        store(member, true);
        publish(before == null || member.reachable() ? List.of(member) : List.of(before));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(String personId) {
        var member = all().get(personId);
        if (member == null) {
            return false;
        }
        remove(member);
        publish(List.of(member));
        return true;
    }

    @Override
    public Wire<RecipientEvent> wire() {
        return Wire.RECIPIENTS;
    }

    @Override
    public List<String> keys() {
        return all().values().stream()
                .filter(Member::reachable)
                .map(member -> member.person().personId())
                .toList();
    }

    @Override
    public RecipientEvent current(String personId) {
        return jdbc.sql("select * from person where person_id = ?")
                .param(personId)
                .query((row, n) -> event(row))
                .optional()
                .orElseGet(() -> new RecipientEvent.Left(personId, clock.instant()));
    }

    private RecipientEvent event(ResultSet row) throws SQLException {
        var member = member(row);
        var person = member.person();
        var email = person.email();
        if (!member.reachable() || email == null) {
            return new RecipientEvent.Left(person.personId(), clock.instant());
        }
        var preference = preferences.of(person.personId());
        return new RecipientEvent.Listed(
                person.personId(),
                email,
                preference.phone(),
                preference.digestHour(),
                awayUntil(preference),
                row.getLong("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /// An absence that has not begun yet keeps nobody from being told.
    private @Nullable LocalDate awayUntil(Preference preference) {
        var today = LocalDate.ofInstant(clock.instant(), JdbcPreferences.LONDON);
        return preference.absences().stream()
                .filter(absence -> absence.on(today))
                .map(Preference.Absence::until)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private void publish(List<Member> touched) {
        changes.changed(
                Topics.RECIPIENTS,
                touched.stream()
                        .filter(Member::reachable)
                        .map(member -> member.person().personId())
                        .toList());
    }

    private Map<String, Member> all() {
        var all = new LinkedHashMap<String, Member>();
        jdbc.sql("select * from person order by person_id")
                .query((row, n) -> member(row))
                .list()
                .forEach(member -> all.put(member.person().personId(), member));
        return all;
    }

    private Set<String> byHand() {
        return new HashSet<>(
                jdbc.sql("select person_id from person where by_hand")
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private void takeOver(String personId) {
        jdbc.sql("update person set by_hand = false where person_id = ?").param(personId).update();
    }

    private void store(Member member, boolean byHand) {
        var person = member.person();
        jdbc.sql(
                        """
                        insert into person (person_id, name, title, role, academy_id, email, phone,
                          digest_hour, absent_until, revision, changed_at, by_hand)
                        values (:id, :name, :title, :role, :academy, :email, :phone, :hour,
                          cast(:absent as date), nextval('person_revision'), :at, :byHand)
                        on conflict (person_id) do update set name = excluded.name,
                          title = excluded.title, role = excluded.role,
                          academy_id = excluded.academy_id, email = excluded.email,
                          phone = excluded.phone, digest_hour = excluded.digest_hour,
                          absent_until = excluded.absent_until, revision = excluded.revision,
                          changed_at = excluded.changed_at
                        """)
                .param("id", person.personId())
                .param("name", person.name())
                .param("title", person.title())
                .param("role", person.role().name())
                .param("academy", person.academyId())
                .param("email", person.email())
                .param("phone", member.phone())
                .param("hour", member.digestHour())
                .param("absent", member.absentUntil())
                .param("byHand", byHand)
                .param(
                        "at",
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What they set themselves goes with them.
    private void remove(Member member) {
        for (var table : List.of("preference", "person")) {
            jdbc.sql("delete from " + table + " where person_id = ?")
                    .param(member.person().personId())
                    .update();
        }
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                JdbcPeople.person(row),
                row.getString("phone"),
                row.getInt("digest_hour"),
                row.getObject("absent_until", LocalDate.class));
    }
}
