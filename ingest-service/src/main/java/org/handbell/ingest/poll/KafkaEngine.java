package org.handbell.ingest.poll;

import org.handbell.ingest.account.AccountsStream;
import org.handbell.ingest.watch.WatchesStream;
import org.springframework.context.SmartLifecycle;

/// Starts and stops the parts in order: broker, tables, work.
final class KafkaEngine implements SmartLifecycle {

    /// Before the submissions begin, and after they have ended.
    private static final int PHASE = 0;

    private final Runnable broker;
    private final Parts parts;
    private volatile boolean running;

    /// @param broker refuses a broker on which this service could not work
    KafkaEngine(Runnable broker, Parts parts) {
        this.broker = broker;
        this.parts = parts;
    }

    @Override
    public void start() {
        broker.run();
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
