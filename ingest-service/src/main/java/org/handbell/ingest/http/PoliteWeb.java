package org.handbell.ingest.http;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/// Follows redirects by hand, judging each step as if it were the first, and asks each host with
/// our manners towards it.
public final class PoliteWeb implements Web, Poster, AutoCloseable {

    private final Hop hop;
    private final Hosts hosts;
    private final Destinations destinations;
    private final Tokens tokens;
    private final int maxRedirects;

    PoliteWeb(Hop hop, Hosts hosts, Destinations destinations, Tokens tokens, int maxRedirects) {
        this.hop = hop;
        this.hosts = hosts;
        this.destinations = destinations;
        this.tokens = tokens;
        this.maxRedirects = maxRedirects;
    }

    @Override
    public Reply get(Query query) {
        var step = query;
        for (int redirects = 0; redirects <= maxRedirects; redirects++) {
            var reply = tokens.cleaned(ask(tokens.on(step, query.uri())), step);
            var next = redirect(reply);
            if (next.isEmpty()) {
                return reply;
            }
            step = step.at(next.get());
        }
        return new Reply.Astray("more than " + maxRedirects + " redirects");
    }

    @Override
    public Reply post(URI to, Map<String, String> form) {
        return ask(Query.posting(to, form));
    }

    @Override
    public void close() {
        hop.close();
    }

    private Reply ask(Query query) {
        var objection = destinations.objection(query.uri());
        if (objection.isPresent()) {
            return new Reply.Forbidden(objection.get());
        }
        return closed(query.uri())
                .orElseGet(() -> hosts.at(Destinations.key(query.uri())).ask(() -> hop.ask(query)));
    }

    /// Judged once here, off the client's threads, for a clear outcome; the connection judges
    /// again.
    private Optional<Reply> closed(URI uri) {
        try {
            var host = Destinations.hostOf(uri);
            return destinations.reachable(host, Destinations.port(uri)).isEmpty()
                    ? Optional.of(new Reply.Forbidden(ForbiddenAddressException.RULE))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(new Reply.Unreachable("the host's name has no address"));
        }
    }

    /// Where the answer sends us on; a redirect without a usable address is an answer like others.
    private static Optional<URI> redirect(Reply reply) {
        if (!(reply instanceof Reply.Answered answered)) {
            return Optional.empty();
        }
        return switch (answered.status()) {
            case 301, 302, 303, 307, 308 ->
                    answered.header("Location").flatMap(l -> resolved(answered.uri(), l));
            default -> Optional.empty();
        };
    }

    private static Optional<URI> resolved(URI base, String location) {
        try {
            return Optional.of(base.resolve(location.trim()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
