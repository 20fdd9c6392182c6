package org.handbell.cases.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcClosedDays implements ClosedDays, KeepClosedDays {

    private final JdbcClient jdbc;

    JdbcClosedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClosedDay> all() {
        return jdbc.sql(
                        """
                        select * from (select * from closed_day order by day desc limit 2000) latest
                        order by day, academy_id nulls first
                        """)
                .query((row, n) ->
                        new ClosedDay(
                                row.getObject("day", LocalDate.class),
                                ClosedDay.Kind.valueOf(row.getString("kind")),
                                row.getString("academy_id"),
                                row.getString("name")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ClosedDay day) {
        remove(day);
        jdbc.sql(
                        "insert into closed_day (day, academy_id, kind, name) values (:day, :academy, :kind, :name)")
                .param("day", day.day())
                .param("academy", day.academyId())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(ClosedDay day) {
        jdbc.sql(
                        """
                        delete from closed_day where day = :day
                          and academy_id is not distinct from cast(:academy as text)
                        """)
                .param("day", day.day())
                .param("academy", day.academyId())
                .update();
    }
}
