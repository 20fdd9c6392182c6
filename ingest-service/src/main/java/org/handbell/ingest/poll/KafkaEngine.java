package org.handbell.ingest.poll;

import java.util.List;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.ingest.account.AccountsStream;
import org.handbell.ingest.stream.StreamClient;
import org.handbell.ingest.watch.WatchesStream;
import org.springframework.context.SmartLifecycle;

/// Starts and stops the parts in order: topics, tables, work.
final class KafkaEngine implements SmartLifecycle {

    /// Before the submissions begin, and after they have ended.
    private static final int PHASE = 0;

    private final StreamClient clients;
    private final short replication;
    private final Parts parts;
    private volatile boolean running;

    KafkaEngine(StreamClient clients, short replication, Parts parts) {
        this.clients = clients;
        this.replication = replication;
        this.parts = parts;
    }

    @Override
    public void start() {
        try (var admin = clients.admin()) {
            new TopicSetup(admin, replication)
                    .ensure(
                            List.of(
                                    Topics.ACCOUNTS,
                                    Topics.WATCHES,
                                    Topics.SUBMISSIONS,
                                    Topics.CURSORS,
                                    Topics.POSTS));
        }
        parts.accounts.start();
        parts.watches.start();
        parts.workList.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        parts.workList.stop();
        parts.watches.close();
        parts.accounts.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /// What is started, in this order.
    record Parts(AccountsStream accounts, WatchesStream watches, KafkaWorkList workList) {}
}
