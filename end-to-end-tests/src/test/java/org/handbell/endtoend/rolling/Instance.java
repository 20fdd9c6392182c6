package org.handbell.endtoend.rolling;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.test.ChildJvm;

/// One instance of a service in a process of its own.
final class Instance implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration LAST_WORK = Duration.ofSeconds(20);
    private static final int MILLIS = 1_000;

    private final Service service;
    private final int port;
    private final ChildJvm process;

    private Instance(Service service, int port, ChildJvm process) {
        this.service = service;
        this.port = port;
        this.process = process;
    }

    /// Starts it; `ready` tells when it takes work.
    static Instance start(Service service, List<String> settings) {
        var port = freePort();
        var arguments = new ArrayList<String>();
        settings.forEach(setting -> arguments.add("--" + setting));
        arguments.add("--server.port=" + port);
        var process =
                ChildJvm.start(service.application, Map.of(), arguments.toArray(String[]::new));
        return new Instance(service, port, process);
    }

    Instance ready() {
        await().atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast(this::runs)
                .until(() -> status("/actuator/health/readiness") == 200);
        return this;
    }

    private void runs() {
        if (!process.alive()) {
            throw new IllegalStateException(service + " ended: " + process.output());
        }
    }

    /// Stops it as an orchestrator does.
    ///
    /// @return how long that took
    Duration stop() {
        return process.stop(LAST_WORK);
    }

    String output() {
        return process.output();
    }

    private int status(String path) {
        try {
            var address = URI.create("http://127.0.0.1:" + port + path).toURL();
            var connection = (HttpURLConnection) address.openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
