package org.handbell.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.contract.Platform;

/// The access tokens, each for one server. A token travels only while a question stays at the
/// server that it was put to: not after a redirect to another one, and not where another one sends
/// us here. It travels over https alone, but for private servers that are allowed by name.
final class Tokens {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String KEY = "handbell.ingest.tokens.";

    private final Map<String, String> byHost;
    private final Set<String> plainAllowed;
    private final List<Expiring> expiring;

    private Tokens(Map<String, String> byHost, Set<String> plainAllowed, List<Expiring> expiring) {
        this.byHost = byHost;
        this.plainAllowed = plainAllowed;
        this.expiring = expiring;
    }

    static Tokens none() {
        return new Tokens(Map.of(), Set.of(), List.of());
    }

    /// @param plainAllowed `host:port` that may be given a token without encryption
    /// @throws IllegalStateException naming the setting whose file is missing, empty or no token
    static Tokens read(TokenSettings settings, Collection<String> plainAllowed) {
        var byHost = new HashMap<String, String>();
        var expiring = new ArrayList<Expiring>();
        settings.tokens()
                .forEach((name, token) -> {
                    if (byHost.put(key(token.host()), content(name, token)) != null) {
                        throw new IllegalStateException(KEY + name + ".host has a token already");
                    }
                    var on = token.expiresOn();
                    if (on != null) {
                        expiring.add(
                                new Expiring(
                                        token.platform(), on.atStartOfDay(LONDON).toInstant()));
                    }
                });
        var plain =
                plainAllowed.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        return new Tokens(Map.copyOf(byHost), plain, List.copyOf(expiring));
    }

    /// The question as it is put at this step.
    ///
    /// @param first where the question was put to at first
    Query on(Query step, URI first) {
        if (byHost.isEmpty() || step.uri().getHost() == null || first.getHost() == null) {
            return step;
        }
        var host = Destinations.key(step.uri());
        var token = byHost.get(host);
        return token != null && host.equals(Destinations.key(first)) && closed(step.uri(), host)
                ? step.authorized(token)
                : step;
    }

    /// When tokens expire that do.
    List<Expiring> expiring() {
        return expiring;
    }

    private boolean closed(URI uri, String host) {
        return "https".equalsIgnoreCase(uri.getScheme()) || plainAllowed.contains(host);
    }

    private static String key(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.contains(":") ? lower : lower + ":443";
    }

    private static String content(String name, TokenSettings.Token token) {
        var setting = KEY + name + ".file";
        try {
            var content = Files.readString(token.file(), StandardCharsets.US_ASCII).strip();
            if (content.isEmpty()) {
                throw new IllegalStateException(setting + ": the file is empty");
            }
            if (!content.matches("[\\x21-\\x7e]{1,4096}")) {
                throw new IllegalStateException(setting + ": the file does not hold one token");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalStateException(setting + ": the file cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "Tokens[" + byHost.size() + "]";
    }

    /// A token that will stop working.
    record Expiring(Platform platform, Instant at) {}
}
