package org.handbell.ingest.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A server that sends bytes as they are given, whether or not they make an answer.
public final class RawServer implements AutoCloseable {

    private final ServerSocket socket;

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    /// Says something to whoever connects.
    public interface Speech {

        void to(OutputStream out) throws IOException, InterruptedException;
    }

    public static RawServer saying(Speech speech) {
        try {
            var server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(() -> server.accept(speech));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Speech words(String words) {
        return out -> out.write(words.getBytes(StandardCharsets.UTF_8));
    }

    public String hostPort() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public URI uri() {
        return URI.create("http://" + hostPort() + "/");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Speech speech) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> speak(connection, speech));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void speak(Socket connection, Speech speech) {
        try (connection) {
            connection.getInputStream().read(new byte[4096]);
            speech.to(connection.getOutputStream());
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
