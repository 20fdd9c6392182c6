package org.handbell.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the person who started it reads meanwhile, in plain words: the logger with this name writes
/// bare lines to the terminal.
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger("handbell.progress");

    void say(String line) {
        LOG.info(line);
    }

    void ready(Ports ports, long millisSinceStart) {
        say(
                """

                Ready after %.1f seconds. Everybody you will meet is invented.

                  Begin here          http://localhost:%d
                  The local platform  http://localhost:%d
                  Mail catcher        http://localhost:%d
                  Figures             /actuator/prometheus on ports %d to %d

                Stop with Ctrl-C; what happened is kept.\
                """
                        .formatted(
                                millisSinceStart / 1000.0,
                                ports.cases(),
                                ports.platform(),
                                ports.mailWeb(),
                                ports.cases(),
                                ports.notification()));
    }
}
