package org.handbell.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What runs, to be stopped in the opposite order of its start. A part that does not stop keeps no
/// other from stopping.
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<Part> running = new ArrayDeque<>();
    private boolean stopped;

    /// Takes a part that was started.
    ///
    /// @throws IllegalStateException where everything was stopped meanwhile; the part is stopped
    ///   too
    synchronized <T extends AutoCloseable> T add(String name, T part) {
        if (stopped) {
            stop(new Part(name, part));
            throw new IllegalStateException(name + " came up after the stop");
        }
        running.push(new Part(name, part));
        return part;
    }

    @Override
    public synchronized void close() {
        stopped = true;
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    private static void stop(Part part) {
        try {
            part.what().close();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", part.name(), e);
        }
    }

    private record Part(String name, AutoCloseable what) {}
}
