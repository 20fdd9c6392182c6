package org.handbell.ingest.source.graph;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Usage;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Addresses;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Source.Presence;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// Asks the Graph API of one of Meta's platforms. The token is sent by the way out, in a header and
/// never in an address; the `next` addresses of the API carry it, and are not followed.
public final class GraphClient {

    private final Web web;
    private final String base;
    private final Words words;
    private final String account;

    /// @param api scheme, host and port
    /// @param version as in `v25.0`
    public GraphClient(Web web, URI api, String version, Words words) {
        this(web, Addresses.bare(api) + "/" + version + "/", words, "");
    }

    private GraphClient(Web web, String base, Words words, String account) {
        this.web = web;
        this.base = base;
        this.words = words;
        this.account = account;
    }

    /// The same, with the token of one account where there is one.
    ///
    /// @param someone as the operator's tokens name the account
    public GraphClient about(String someone) {
        return new GraphClient(web, base, words, someone);
    }

    /// What an operator is told.
    ///
    /// @param name of the platform
    /// @param permission what a token needs to be shown an account, with the permission's own name
    public record Words(String name, String permission) {}

    /// @param path below the version, safe as it is
    public Step<JsonNode> ask(String path, Map<String, String> query) {
        var reply = reply(path, query);
        return reply instanceof Answered answered
                ? GraphError.of(answered.body().utf8())
                        .map(error -> stop(error, answered))
                        .orElseGet(() -> Answers.json(reply))
                : Answers.json(reply);
    }

    /// Whether an object is still there. GONE needs two answers: that there is no such object, and
    /// that its owner is still shown to this token; else the token may only have lost its sight.
    public Presence presence(String id, String owner) {
        var seen = seen(id);
        return seen == Presence.GONE && seen(owner) != Presence.THERE ? Presence.UNKNOWN : seen;
    }

    private Presence seen(String id) {
        if (!(reply(id, Map.of("fields", "id")) instanceof Answered answered)) {
            return Presence.UNKNOWN;
        }
        if (GraphError.of(answered.body().utf8()).filter(GraphError::isUnknownObject).isPresent()) {
            return Presence.GONE;
        }
        return Answers.json(answered) instanceof Step.Go<JsonNode>(var node)
                        && text(node, "id") != null
                ? Presence.THERE
                : Presence.UNKNOWN;
    }

    private Step<JsonNode> stop(GraphError error, Answered answered) {
        var regain = Usage.ofBusiness(answered).map(Usage::regain).orElse(Duration.ZERO);
        return new Step.Stop<>(error.outcome(words, regain));
    }

    private Reply reply(String path, Map<String, String> query) {
        return web.get(Query.json(Addresses.asking(base + path, query)).about(account));
    }
}
