package org.handbell.ingest.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handbell.ingest.Invented;

/// The reader of limits, as it is fuzzed.
public final class RateHeadersParser {

    private static final RateHeaders READER =
            new RateHeaders(Clock.fixed(Invented.NOON, ZoneOffset.UTC));

    private RateHeadersParser() {}

    /// @param input lines of `name: value`
    /// @return whether they tell of a limit or a wait
    public static boolean limits(byte[] input) {
        var uri = URI.create("https://host.example.org/");
        var reply = new Reply.Answered(uri, 429, headers(input), new Body(new byte[0]));
        var wait = READER.wait(reply);
        var reset = READER.allowance(reply).map(RateHeaders.Allowance::reset);
        inBounds(wait);
        inBounds(reset);
        return READER.quota(reply).isPresent() || wait.isPresent() || reset.isPresent();
    }

    private static void inBounds(Optional<Duration> wait) {
        if (!wait.equals(wait.map(RateHeaders::clamp))) {
            throw new IllegalStateException("out of bounds: " + wait);
        }
    }

    private static Map<String, List<String>> headers(byte[] input) {
        var headers = new TreeMap<String, List<String>>();
        for (var line : new String(input, StandardCharsets.ISO_8859_1).split("\n", 50)) {
            var parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(parts.length > 1 ? parts[1] : "");
        }
        return headers;
    }
}
