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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbell.contract.Platform;

/// The access tokens, each for one server. A token travels only while a question stays at the
/// server that it was put to: not after a redirect to another one, and not where another one sends
/// us here. It travels over https alone, but for private servers that are allowed by name. A token
/// may be for one account alone; questions about others on the server go with the server's own.
final class Tokens implements Credentials {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String KEY = "handbell.ingest.tokens.";

    private final Map<String, Credential> byHost;
    private final Set<String> plainAllowed;
    private final List<Expiring> expiring;

    Tokens(Map<String, Credential> byHost, Set<String> plainAllowed, List<Expiring> expiring) {
        this.byHost = byHost;
        this.plainAllowed = plainAllowed;
        this.expiring = expiring;
    }

    static Tokens none() {
        return new Tokens(Map.of(), Set.of(), List.of());
    }

    /// @param plainAllowed `host:port` that may be given a token without encryption
    /// @throws IllegalStateException naming the setting whose file is missing, empty or no token,
    ///   or whose token cannot be sent as asked
    static Tokens read(TokenSettings settings, Collection<String> plainAllowed) {
        var byHost = new HashMap<String, Credential>();
        var expiring = new ArrayList<Expiring>();
        settings.tokens()
                .forEach((name, token) -> {
                    if (byHost.put(key(token.host()), credential(name, token)) != null) {
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
        var held = held(step);
        return held.isPresent() && isSame(step.uri(), first) ? held.get().on(step) : step;
    }

    /// What a server answered, without its token: as if the question had been put without it.
    ///
    /// @param step the question as it was before the token
    Reply cleaned(Reply reply, Query step) {
        return reply instanceof Reply.Answered answered
                ? held(step).<Reply>map(token -> token.without(answered, step.uri())).orElse(reply)
                : reply;
    }

    @Override
    public boolean heldFor(URI address) {
        return held(Query.of(address)).isPresent();
    }

    /// When tokens expire that do.
    List<Expiring> expiring() {
        return expiring;
    }

    private Optional<Credential> held(Query question) {
        if (byHost.isEmpty() || question.uri().getHost() == null) {
            return Optional.empty();
        }
        var host = Destinations.key(question.uri());
        var server = Optional.ofNullable(byHost.get(host));
        return closed(question.uri(), host)
                ? Optional.ofNullable(question.account())
                        .map(account -> byHost.get(host + "/" + account))
                        .or(() -> server)
                : Optional.empty();
    }

    private static boolean isSame(URI step, URI first) {
        return first.getHost() != null && Destinations.key(step).equals(Destinations.key(first));
    }

    private boolean closed(URI uri, String host) {
        return "https".equalsIgnoreCase(uri.getScheme()) || plainAllowed.contains(host);
    }

    /// @param host `host`, `host:port`, and after a slash the account that the token is for
    private static String key(String host) {
        var parts = host.split("/", 2);
        var lower = parts[0].toLowerCase(Locale.ROOT);
        var server = lower.contains(":") ? lower : lower + ":443";
        return parts.length == 1 ? server : server + "/" + parts[1];
    }

    private static Credential credential(String name, TokenSettings.Token token) {
        try {
            return Credential.of(token.sentAs(), content(name, token));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(KEY + name + ".file: " + e.getMessage(), e);
        }
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
