package org.handbell.analysis.stream;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/// Holds the start of the posts back until both tables are read: the first post must not be judged
/// by half a register.
class TablesFirst implements SmartLifecycle {

    /// Before the bindings, which Spring Cloud Stream 5 starts at `Integer.MAX_VALUE - 3000`, and
    /// so before the web server too: until the tables are read nothing answers.
    private static final int PHASE = Integer.MAX_VALUE - 3500;

    private final KafkaTables tables;
    private final Duration within;
    private volatile boolean running;

    TablesFirst(KafkaTables tables, Duration within) {
        this.tables = tables;
        this.within = within;
    }

    @Override
    public void start() {
        tables.start();
        try {
            if (!tables.awaitRead(within)) {
                throw new IllegalStateException(
                        "accounts.v1 and register.v1 were not read to their ends within " + within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the tables were read", e);
        }
        running = true;
    }

    @Override
    public void stop() {
        tables.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
