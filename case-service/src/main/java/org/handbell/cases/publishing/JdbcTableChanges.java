package org.handbell.cases.publishing;

import java.util.Collection;
import java.util.List;
import org.handbell.contract.Topic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTableChanges implements TableChanges {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JdbcTableChanges(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Topic<?> topic, Collection<String> keys) {
        var sorted = keys.stream().distinct().sorted().toList();
        for (var from = 0; from < sorted.size(); from += TableChanged.MOST_KEYS) {
            var to = Math.min(sorted.size(), from + TableChanged.MOST_KEYS);
            events.publishEvent(
                    new TableChanged(
                            number(), topic.name(), List.copyOf(sorted.subList(from, to))));
        }
    }

    private long number() {
        return jdbc.sql("select nextval('table_change_number')").query(Long.class).single();
    }
}
