package org.handbell.cases.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClosedDays implements ClosedDays {

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
}
