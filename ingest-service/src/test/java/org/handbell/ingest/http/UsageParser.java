package org.handbell.ingest.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The reader of how much of a limit is used up, as it is fuzzed.
public final class UsageParser {

    private UsageParser() {}

    /// @param input the value of both headers
    /// @return whether either told of a usage
    public static boolean usage(byte[] input) {
        var told = List.of(new String(input, StandardCharsets.UTF_8));
        var headers = Map.of("x-app-usage", told, "x-business-use-case-usage", told);
        var uri = URI.create("https://graph.example.org/");
        var reply = new Reply.Answered(uri, 200, headers, new Body(new byte[0]));
        var app = Usage.ofApp(reply);
        var business = Usage.ofBusiness(reply);
        app.ifPresent(UsageParser::inBounds);
        business.ifPresent(UsageParser::inBounds);
        return app.isPresent() || business.isPresent();
    }

    private static void inBounds(Usage usage) {
        if (!(usage.left() >= 0 && usage.left() <= 1) || usage.regain().isNegative()) {
            throw new IllegalStateException("out of bounds: " + usage);
        }
    }
}
