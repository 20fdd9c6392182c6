package org.handbell.cases.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {

    private static final String ACADEMY =
            "select entry_id, body ->> 'name' from register_entry where kind = 'ACADEMY' ";

    private final JdbcClient jdbc;

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> byId(String personId) {
        return jdbc.sql("select * from person where person_id = ?")
                .param(personId)
                .query((row, n) -> person(row))
                .optional();
    }

    @Override
    public Optional<Person> byEmail(String email) {
        return jdbc.sql("select * from person where email_folded = lower(?)")
                .param(email)
                .query((row, n) -> person(row))
                .optional();
    }

    @Override
    public List<Person> holding(Role role) {
        return jdbc.sql("select * from person where role = ? order by person_id")
                .param(role.name())
                .query((row, n) -> person(row))
                .list();
    }

    @Override
    public List<Person> holding(Role role, @Nullable String academyId) {
        return jdbc.sql(
                        """
                        select * from person
                        where role = :role and academy_id is not distinct from cast(:academy as text)
                        order by person_id
                        """)
                .param("role", role.name())
                .param("academy", academyId)
                .query((row, n) -> person(row))
                .list();
    }

    @Override
    public Optional<Academy> academy(String academyId) {
        return jdbc.sql(ACADEMY + "and entry_id = ?")
                .param(academyId)
                .query((row, n) -> new Academy(row.getString(1), row.getString(2)))
                .optional();
    }

    @Override
    public List<Academy> academies() {
        return jdbc.sql(ACADEMY + "order by 2")
                .query((row, n) -> new Academy(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    public String trustName() {
        return jdbc.sql("select body ->> 'name' from register_entry where kind = 'TRUST'")
                .query(String.class)
                .optional()
                .orElse("The trust");
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                row.getString("academy_id"),
                row.getString("email"));
    }
}
