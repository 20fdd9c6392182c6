package org.handbell.operations.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/// Stands before an appender and gives it each line as it may be written.
final class GuardedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Appender<ILoggingEvent> behind;

    private GuardedAppender(Appender<ILoggingEvent> behind) {
        this.behind = behind;
    }

    static GuardedAppender before(Appender<ILoggingEvent> appender) {
        var guard = new GuardedAppender(appender);
        guard.setName(appender.getName());
        guard.setContext(appender.getContext());
        guard.start();
        return guard;
    }

    @Override
    protected void append(ILoggingEvent event) {
        behind.doAppend(new GuardedEvent(event));
    }

    /// Stops the one behind too, which writes what it still holds.
    @Override
    public void stop() {
        behind.stop();
        super.stop();
    }
}
