package org.handbell.cases.publishing;

import java.util.List;
import org.handbell.contract.Event;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishes whole tables once more, for a Kafka that lost or never had them.
@Component
public class PublishAnew {

    private final List<PublishedTable<?>> tables;
    private final TableChanges changes;

    PublishAnew(List<PublishedTable<?>> tables, TableChanges changes) {
        this.tables = tables;
        this.changes = changes;
    }

    /// Every row of every published table.
    @Transactional
    public void everything() {
        tables.forEach(this::queue);
    }

    /// Every row of the tables whose topic is named.
    @Transactional
    public void tables(List<String> topics) {
        tables.stream()
                .filter(table -> topics.contains(table.wire().topic().name()))
                .forEach(this::queue);
    }

    private <E extends Event> void queue(PublishedTable<E> table) {
        changes.changed(table.wire().topic(), table.keys());
    }
}
