package org.handbell.operations.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/// Keeps people out of the logs: exceptions of drivers and clients quote rows, addresses and
/// bodies. It stands before every appender, so it holds for JSON and plain text, terminal and file,
/// and however logging was configured; see docs/adr/0016.
public final class LogGuard
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /// For a program without Spring, once its logging is configured. Again is harmless.
    public static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(LogGuard::guard);
        }
    }

    private static void guard(Logger logger) {
        for (var appender : unguarded(logger)) {
            logger.addAppender(GuardedAppender.before(appender));
            logger.detachAppender(appender);
        }
    }

    private static List<Appender<ILoggingEvent>> unguarded(Logger logger) {
        var found = new ArrayList<Appender<ILoggingEvent>>();
        logger.iteratorForAppenders()
                .forEachRemaining(appender -> {
                    if (!(appender instanceof GuardedAppender)) {
                        found.add(appender);
                    }
                });
        return found;
    }

    /// Spring Boot has just configured logging.
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        install();
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
