package org.handbell.cases.conflict;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcRelatives implements Relatives, FamilyTies {

    private final JdbcClient jdbc;

    JdbcRelatives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(String personId) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select other from person_relative where one = :person
                                union select one from person_relative where other = :person
                                """)
                        .param("person", personId)
                        .query(String.class)
                        .list());
    }

    @Override
    public List<Tie> all() {
        return jdbc.sql("select one, other from person_relative order by one, other")
                .query((row, n) -> new Tie(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Tie tie) {
        return jdbc.sql(
                                "insert into person_relative (one, other) values (?, ?) on conflict do nothing")
                        .params(tie.one(), tie.other())
                        .update()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(Tie tie) {
        return jdbc.sql("delete from person_relative where one = ? and other = ?")
                        .params(tie.one(), tie.other())
                        .update()
                == 1;
    }
}
