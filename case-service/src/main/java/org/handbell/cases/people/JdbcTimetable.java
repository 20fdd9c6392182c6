package org.handbell.cases.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTimetable implements Timetable {

    private final JdbcClient jdbc;

    JdbcTimetable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Term> terms() {
        return jdbc.sql(
                        """
                        select entry_id, body ->> 'name' as name, cast(body ->> 'from' as date) as first,
                          cast(body ->> 'to' as date) as last
                        from register_entry where kind = 'TERM' order by first, entry_id
                        """)
                .query((row, n) ->
                        new Term(
                                row.getString("entry_id"),
                                row.getString("name"),
                                row.getObject("first", LocalDate.class),
                                row.getObject("last", LocalDate.class)))
                .list();
    }

    @Override
    public Optional<Hours> hours(String academyId) {
        return jdbc.sql(
                        """
                        select body ->> 'from' as opens, body ->> 'to' as closes,
                          array(select jsonb_array_elements_text(body -> 'days')) as days
                        from register_entry where kind = 'ACADEMY' and entry_id = ?
                        """)
                .param(academyId)
                .query((row, n) -> hours(row))
                .optional();
    }

    private static Hours hours(ResultSet row) throws SQLException {
        var days = (String[]) row.getArray("days").getArray();
        return new Hours(
                Arrays.stream(days)
                        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                        .collect(Collectors.toSet()),
                time(row.getString("opens")),
                time(row.getString("closes")));
    }

    private static @Nullable LocalTime time(@Nullable String time) {
        return time == null ? null : LocalTime.parse(time);
    }
}
