package org.handbell.endtoend.secured;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A broker in this process logs every step of its own.
final class Quiet {

    private Quiet() {}

    static void logs() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.ERROR);
    }
}
