package org.handbell.endtoend.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Ports that no other program has now.
final class FreePorts {

    private FreePorts() {}

    /// The first of eight in a row, below the range that clients are given.
    static int eightInARow() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(base -> IntStream.range(base, base + 8).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
