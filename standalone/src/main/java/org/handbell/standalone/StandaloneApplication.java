package org.handbell.standalone;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import org.handbell.operations.logging.LogGuard;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// `./handbell up`: everything in one process, until Ctrl-C.
public final class StandaloneApplication {

    private StandaloneApplication() {}

    /// Starts everything; ends the process where a part does not start.
    public static void main(String... arguments) throws InterruptedException {
        oneLogForAll(arguments);
        var progress = new Progress();
        try {
            var options = Options.of(arguments);
            var standalone = new Standalone(options, progress, Clock.systemUTC());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(standalone, progress), "stop"));
            standalone.start();
            progress.ready(options.ports(), ManagementFactory.getRuntimeMXBean().getUptime());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(StandaloneApplication.class).error("did not start", e);
            progress.say("Handbell did not start. " + e.getMessage());
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    /// Logging belongs to the process, not to one of its four contexts.
    private static void oneLogForAll(String... arguments) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "standalone/logback.xml");
        if (System.getProperty("handbell.log") == null) {
            System.setProperty("handbell.log", data(arguments).resolve("handbell.log").toString());
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LogGuard.install();
    }

    /// Options that are wrong are said later, when there is a log to say it.
    private static Path data(String... arguments) {
        try {
            return Options.of(arguments).data();
        } catch (IllegalArgumentException e) {
            return Path.of("data");
        }
    }

    private static void stop(Standalone standalone, Progress progress) {
        progress.say("\nStopping …");
        standalone.close();
        progress.say("Stopped. What happened is kept in the data folder.");
    }
}
