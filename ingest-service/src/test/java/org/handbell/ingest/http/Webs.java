package org.handbell.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/// The real way out, with times that suit a test.
public final class Webs {

    private Webs() {}

    /// Reads nothing private but what is listed.
    public static PoliteWeb allowing(String... hostPorts) {
        return with(Tokens.none(), new SimpleMeterRegistry(), hostPorts);
    }

    /// For real servers, which take their time on a busy machine.
    public static PoliteWeb patient(String... hostPorts) {
        var clock = Clock.systemUTC();
        var figures = new WebMetrics(new SimpleMeterRegistry(), clock);
        return HttpConfiguration.web(
                settings(Duration.ofSeconds(20), hostPorts), Tokens.none(), figures, clock);
    }

    /// Reads nothing private but the one server, and gives it a token.
    ///
    /// @param sentAs `bearer`, `header:<Name>` or `query:<name>`
    public static PoliteWeb giving(String hostPort, String sentAs, String token) {
        var held = Map.of(hostPort, Credential.of(sentAs, token));
        var tokens = new Tokens(held, Set.of(hostPort), List.of());
        return with(tokens, new SimpleMeterRegistry(), hostPort);
    }

    /// Reads nothing private but the one server, and gives it a token for each account.
    ///
    /// @param byAccount `Authorization: Bearer` by account; empty for all others
    public static PoliteWeb giving(String hostPort, Map<String, String> byAccount) {
        var held = new HashMap<String, Credential>();
        byAccount.forEach((account, token) ->
                held.put(
                        account.isEmpty() ? hostPort : hostPort + "/" + account,
                        Credential.of("bearer", token)));
        var tokens = new Tokens(held, Set.of(hostPort), List.of());
        return with(tokens, new SimpleMeterRegistry(), hostPort);
    }

    static PoliteWeb with(Tokens tokens, MeterRegistry registry, String... hostPorts) {
        var clock = Clock.systemUTC();
        return HttpConfiguration.web(
                settings(hostPorts), tokens, new WebMetrics(registry, clock), clock);
    }

    public static HttpSettings settings(String... hostPorts) {
        return settings(Duration.ofSeconds(1), hostPorts);
    }

    private static HttpSettings settings(Duration readTimeout, String... hostPorts) {
        return new HttpSettings(
                "office@example.org",
                List.of(hostPorts),
                Duration.ofSeconds(2),
                readTimeout,
                DataSize.ofMegabytes(5),
                3,
                500,
                manners());
    }

    static HttpSettings.PerHost manners() {
        return new HttpSettings.PerHost(
                500,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                4,
                3,
                Duration.ofMillis(5),
                Duration.ofSeconds(2));
    }
}
