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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbell.cases.publishing.PublishedTable;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.contract.RecipientEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMembers implements Members, PublishedTable<RecipientEvent> {

    private final JdbcClient jdbc;
    private final TableChanges changes;
    private final Clock clock;

    JdbcMembers(JdbcClient jdbc, TableChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int replace(Collection<Member> members) {
        var old = all();
        var touched = new ArrayList<Member>();
        var staying = members.stream().map(member -> member.person().personId()).toList();
        old.values().stream()
                .filter(member -> !staying.contains(member.person().personId()))
                .forEach(member -> {
                    remove(member);
                    touched.add(member);
                });
        for (var member : members) {
            var before = old.get(member.person().personId());
            if (!member.equals(before)) {
                store(member);
                touched.add(before != null && before.reachable() ? before : member);
            }
        }
        publish(touched);
        return touched.size();
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
        return new RecipientEvent.Listed(
                person.personId(),
                email,
                member.phone(),
                member.digestHour(),
                member.absentUntil(),
                row.getLong("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
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

    private void store(Member member) {
        var person = member.person();
        jdbc.sql(
                        """
                        insert into person (person_id, name, title, role, academy_id, email, phone,
                          digest_hour, absent_until, revision, changed_at)
                        values (:id, :name, :title, :role, :academy, :email, :phone, :hour,
                          cast(:absent as date), nextval('person_revision'), :at)
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
                .param(
                        "at",
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void remove(Member member) {
        jdbc.sql("delete from person where person_id = ?")
                .param(member.person().personId())
                .update();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                JdbcPeople.person(row),
                row.getString("phone"),
                row.getInt("digest_hour"),
                row.getObject("absent_until", LocalDate.class));
    }
}
