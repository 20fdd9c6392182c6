package org.handbell.cases.publishing;

import java.util.List;
import org.handbell.contract.Event;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Publishes changed rows. The lock on a row's key is held until the broker has acknowledged, and
/// the row is read under the lock: so the last record of a key is never older than another, and a
/// withdrawn approval cannot come back. Writers do not wait for the broker, for it is not the row
/// itself that is locked.
@Component
class TableListener {

    private final List<PublishedTable<?>> tables;
    private final JdbcPublishedKeys keys;
    private final Outgoing outgoing;

    TableListener(List<PublishedTable<?>> tables, JdbcPublishedKeys keys, Outgoing outgoing) {
        this.tables = tables;
        this.keys = keys;
        this.outgoing = outgoing;
    }

    @ApplicationModuleListener
    void on(TableChanged changed) {
        keys.lock(changed.topic(), changed.keys());
        publish(table(changed.topic()), changed.keys());
    }

    private <E extends Event> void publish(PublishedTable<E> table, List<String> changed) {
        outgoing.send(table.wire(), changed.stream().map(table::current).toList());
    }

    private PublishedTable<?> table(String topic) {
        return tables.stream()
                .filter(table -> table.wire().topic().name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table is published as " + topic));
    }
}
