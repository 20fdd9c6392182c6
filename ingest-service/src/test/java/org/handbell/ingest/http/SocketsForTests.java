package org.handbell.ingest.http;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The real way to listen, with times that suit a test.
public final class SocketsForTests implements Sockets, AutoCloseable {

    private final NettySockets sockets;

    private SocketsForTests(NettySockets sockets) {
        this.sockets = sockets;
    }

    public static SocketsForTests allowing(String... hostPorts) {
        return new SocketsForTests(new NettySockets(Webs.settings(hostPorts)));
    }

    @Override
    public Socket open(URI uri, @Nullable String subprotocol, Consumer<String> heard) {
        return sockets.open(uri, subprotocol, heard);
    }

    @Override
    public void close() {
        sockets.close();
    }
}
