package org.handbell.ingest.source.bluesky;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks XRPC queries. Errors of the protocol come with 400 and a name, such as `RepoNotFound`.
record XrpcClient(Web web) {

    /// @param server scheme, host and port, without a path
    Step<JsonNode> ask(String server, String method, Map<String, String> parameters) {
        var reply = web.get(Query.json(uri(server, method, parameters)));
        return error(reply)
                .<Step<JsonNode>>map(name -> Step.refused("the server answered " + name))
                .orElseGet(() -> Answers.json(reply));
    }

    Reply record(String server, AtUri uri) {
        var parameters =
                Map.of("repo", uri.did(), "collection", uri.collection(), "rkey", uri.key());
        return web.get(Query.json(uri(server, "com.atproto.repo.getRecord", parameters)));
    }

    /// Name of the protocol's error; empty where there was none.
    static Optional<String> error(Reply reply) {
        if (!(reply instanceof Answered answered) || answered.status() != 400) {
            return Optional.empty();
        }
        try {
            var name = textOrEmpty(Json.mapper().readTree(answered.body().utf8()), "error");
            return Optional.of(name).filter(n -> n.matches("[A-Za-z]{1,60}"));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static URI uri(String server, String method, Map<String, String> parameters) {
        var asked =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                                .collect(Collectors.joining("&"));
        return URI.create(server + "/xrpc/" + method + "?" + asked);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
