package org.handbell.contract.wire;

import java.util.Collection;
import org.apache.kafka.clients.admin.Admin;
import org.handbell.contract.Topic;
import org.handbell.contract.start.KafkaSettings;
import org.handbell.contract.start.NotReadyException;
import org.handbell.contract.start.TopicsOnBroker;

/// Makes the topics that are missing and refuses those that would keep records longer than their
/// bound or differ otherwise. A service asks for more, see
/// [org.handbell.contract.start.KafkaStart].
public final class TopicSetup {

    private final Admin admin;
    private final short replication;

    /// @param replication copies of each partition for topics that are made here
    public TopicSetup(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /// Makes each topic and its dead letters where they are missing, then checks them.
    ///
    /// @throws NotReadyException naming each topic and setting that is out of bounds
    public void ensure(Collection<? extends Topic<?>> topics) {
        TopicsOnBroker.ensure(admin, topics, KafkaSettings.replicated(replication));
    }
}
