package org.handbell.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/// The loopback ports of all parts.
///
/// @param cases console, for people
/// @param mailWeb pages of the mail catcher
public record Ports(
        int cases,
        int ingest,
        int analysis,
        int notification,
        int platform,
        int mailWeb,
        int smtp,
        int kafka) {

    /// The ports that the documentation names.
    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8090, 8025, 1025, 19092);
    }

    /// Eight ports in a row.
    public static Ports from(int base) {
        if (base < 1024 || base > 65_500) {
            throw new IllegalArgumentException("--port-base is not between 1024 and 65500");
        }
        return new Ports(
                base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7);
    }

    /// Refuses to start on a port that another program has.
    ///
    /// @throws IllegalStateException naming the port and the part that needs it
    void requireFree() {
        byPart().forEach(Ports::requireFree);
    }

    /// Each port by what it is for.
    Map<String, Integer> byPart() {
        var byPart = new LinkedHashMap<String, Integer>();
        byPart.put("the desk", cases);
        byPart.put("ingest", ingest);
        byPart.put("analysis", analysis);
        byPart.put("notification", notification);
        byPart.put("the local platform", platform);
        byPart.put("the mail catcher's pages", mailWeb);
        byPart.put("the mail catcher", smtp);
        byPart.put("the broker", kafka);
        return byPart;
    }

    private static void requireFree(String part, int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
        } catch (BindException e) {
            throw new IllegalStateException(
                    "Port %d, which %s needs, is in use by another program. Stop that program, or give other ports with --port-base 18080."
                            .formatted(port, part),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be tried", e);
        }
    }
}
