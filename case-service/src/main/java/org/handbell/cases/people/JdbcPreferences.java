package org.handbell.cases.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.cases.people.Preference.Absence;
import org.handbell.cases.people.Preference.Urgency;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.contract.Channel;
import org.handbell.contract.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPreferences implements Preferences {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final List<String> DECIDING =
            Arrays.stream(Role.values()).filter(Role::decides).map(Role::name).toList();

    private final JdbcClient jdbc;
    private final TableChanges changes;
    private final Clock clock;

    JdbcPreferences(JdbcClient jdbc, TableChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public Preference of(String personId) {
        return jdbc.sql(
                        """
                        select q.*, p.phone as told_phone, p.digest_hour as told_hour,
                          p.absent_until as told_until
                        from person p left join preference q using (person_id) where person_id = ?
                        """)
                .param(personId)
                .query((row, n) -> merged(row))
                .optional()
                .orElseGet(Preference::plain);
    }

    @Override
    public Optional<Preference> own(String personId) {
        return jdbc.sql("select * from preference where person_id = ?")
                .param(personId)
                .query((row, n) -> own(row, ownAbsence(row)))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(String personId, Preference preference) {
        var absence = preference.absences().stream().findFirst().orElse(null);
        jdbc.sql(
                        """
                        insert into preference (person_id, phone, digest_hour, now_by, today_by, later_by,
                          absent_from, absent_until, stand_in, absence_told)
                        values (:id, :phone, :hour, :now, :today, :later, cast(:from as date),
                          cast(:until as date), :standIn, :told)
                        on conflict (person_id) do update set phone = excluded.phone,
                          digest_hour = excluded.digest_hour, now_by = excluded.now_by,
                          today_by = excluded.today_by, later_by = excluded.later_by,
                          absent_from = excluded.absent_from, absent_until = excluded.absent_until,
                          stand_in = excluded.stand_in, absence_told = excluded.absence_told
                        """)
                .param("id", personId)
                .param("phone", preference.phone())
                .param("hour", preference.digestHour())
                .param("now", names(preference, Urgency.NOW))
                .param("today", names(preference, Urgency.TODAY))
                .param("later", names(preference, Urgency.LATER))
                .param("from", absence == null ? null : absence.from())
                .param("until", absence == null ? null : absence.until())
                .param("standIn", absence == null ? null : absence.standIn())
                .param("told", absence == null || !absence.from().isAfter(today()))
                .update();
        publish(List.of(personId));
    }

    /// Publishes the absences that began since they were set: until then the person is told.
    ///
    /// @return how many began
    @Transactional
    public int begin() {
        var begun =
                jdbc.sql(
                                """
                                update preference set absence_told = true
                                where not absence_told and absent_from <= ? returning person_id
                                """)
                        .param(today())
                        .query((row, n) -> row.getString(1))
                        .list();
        publish(begun);
        return begun.size();
    }

    /// Whoever cannot be told of a case is not on the topic.
    private void publish(List<String> personIds) {
        if (personIds.isEmpty()) {
            return;
        }
        var listed =
                jdbc.sql(
                                """
                                update person set revision = nextval('person_revision')
                                where person_id in (:ids) and role in (:roles) and email is not null
                                returning person_id
                                """)
                        .param("ids", personIds)
                        .param("roles", DECIDING)
                        .query((row, n) -> row.getString(1))
                        .list();
        changes.changed(Topics.RECIPIENTS, listed);
    }

    private Preference merged(ResultSet row) throws SQLException {
        var absences = new ArrayList<>(ownAbsence(row));
        var until = row.getObject("told_until", LocalDate.class);
        if (until != null && !until.isBefore(today())) {
            absences.add(new Absence(today(), until, null));
        }
        if (row.getArray("now_by") != null) {
            return own(row, absences);
        }
        return new Preference(
                row.getString("told_phone"),
                row.getInt("told_hour"),
                Preference.plain().channels(),
                absences);
    }

    private static Preference own(ResultSet row, List<Absence> absences) throws SQLException {
        return new Preference(
                row.getString("phone"),
                row.getInt("digest_hour"),
                Map.of(
                        Urgency.NOW, channels(row, "now_by"),
                        Urgency.TODAY, channels(row, "today_by"),
                        Urgency.LATER, channels(row, "later_by")),
                absences);
    }

    private static List<Absence> ownAbsence(ResultSet row) throws SQLException {
        var from = row.getObject("absent_from", LocalDate.class);
        var until = row.getObject("absent_until", LocalDate.class);
        return from == null || until == null
                ? List.of()
                : List.of(new Absence(from, until, row.getString("stand_in")));
    }

    private static Set<Channel> channels(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Channel::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] names(Preference preference, Urgency urgency) {
        return preference.channels(urgency).stream()
                .map(Enum::name)
                .sorted()
                .toArray(String[]::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }
}
