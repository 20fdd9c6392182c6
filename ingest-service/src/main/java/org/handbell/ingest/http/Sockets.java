package org.handbell.ingest.http;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listens to servers that tell of news of their own accord (WebSockets), behind the same doors as
/// the [Web]: no address is connected to that its settings do not allow. What is heard is bounded:
/// a message over 512 KiB ends the connection, and so does a silence of 90 seconds that not even a
/// ping of ours can break.
public interface Sockets {

    /// Opens a connection. Returns at once and never throws for what a server does.
    ///
    /// @param uri `wss`, or `ws` for private servers that are allowed by name
    /// @param subprotocol the form that messages shall have; null where the server has but one
    /// @param heard is told each message, one after the other, on a thread that must not wait
    Socket open(URI uri, @Nullable String subprotocol, Consumer<String> heard);

    /// A connection, or one that is being made.
    interface Socket extends AutoCloseable {

        /// Waits until it has ended.
        Ended await() throws InterruptedException;

        /// Ends it.
        @Override
        void close();
    }

    /// How a connection ended. No reason names a host.
    sealed interface Ended {

        /// The server answered that it would not have it.
        record Refused(int status) implements Ended {}

        /// An address that this service does not connect to.
        record Forbidden(String reason) implements Ended {}

        /// It broke, was closed by either side, or never came about.
        record Lost(String reason) implements Ended {}
    }
}
