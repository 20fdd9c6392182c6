package org.handbell.ingest.source.bluesky;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds whose repository an address means, and where it lies: handle, DID, DID document, server.
final class Identities {

    private static final Pattern PLC = Pattern.compile("did:plc:[a-z2-7]{24}");
    private static final Pattern WEB =
            Pattern.compile("did:web:([A-Za-z0-9.-]{1,253})(?:%3A([0-9]{1,5}))?");
    private static final Pattern HANDLE =
            Pattern.compile("(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z][A-Za-z0-9-]{0,62}");
    private static final Pattern PROFILE = Pattern.compile("https?://[^/]+/profile/([^/]+)/?");

    private final BlueskySettings settings;
    private final XrpcClient xrpc;
    private final Web web;

    Identities(BlueskySettings settings, Web web) {
        this.settings = settings;
        this.xrpc = new XrpcClient(web);
        this.web = web;
    }

    /// A repository and the server it lies on.
    record Home(String did, String server) {}

    /// The handle or DID that an address names: itself, `@handle`, or a profile's address.
    static Optional<String> name(String address) {
        var text = address.strip();
        var profile = PROFILE.matcher(text);
        var name =
                profile.matches()
                        ? profile.group(1)
                        : text.startsWith("@") ? text.substring(1) : text;
        return isDid(name) || HANDLE.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /// @param expected the DID that the account was first found with; null at the start
    Step<Home> find(String name, @Nullable String expected) {
        if (isDid(name)) {
            return home(name, null);
        }
        var parameters = Map.of("handle", name);
        return xrpc.ask(
                        server(settings.resolver()),
                        "com.atproto.identity.resolveHandle",
                        parameters)
                .then(answer -> sameDid(textOrEmpty(answer, "did"), expected))
                .then(did -> home(did, name));
    }

    /// Where a repository lies.
    Step<Home> find(String did) {
        return home(did, null);
    }

    private static Step<String> sameDid(String did, @Nullable String expected) {
        if (!isDid(did)) {
            return Step.refused("the handle does not lead to a usable DID");
        }
        return expected == null || expected.equals(did)
                ? Step.go(did)
                : Step.refused(
                        "the handle now belongs to another account than the one registered;"
                                + " register the DID instead");
    }

    private Step<Home> home(String did, @Nullable String handle) {
        var document = document(did);
        if (document.isEmpty()) {
            return Step.refused("the DID is neither did:plc nor did:web");
        }
        return Answers.json(web.get(Query.json(document.get())))
                .then(d -> confirmed(d, handle))
                .then(d ->
                        server(d)
                                .map(s -> Step.go(new Home(did, s)))
                                .orElseGet(Identities::homeless));
    }

    private static Step<Home> homeless() {
        return Step.refused("the DID document names no personal data server");
    }

    /// A handle counts only where its DID claims it as well: anybody may point a name at anybody.
    private static Step<JsonNode> confirmed(JsonNode document, @Nullable String handle) {
        if (handle == null) {
            return Step.go(document);
        }
        for (var known : document.path("alsoKnownAs").values()) {
            if (known.stringValue("").equalsIgnoreCase("at://" + handle)) {
                return Step.go(document);
            }
        }
        return Step.refused("the handle is not confirmed by its DID document");
    }

    private static Optional<String> server(JsonNode document) {
        for (var service : document.path("service").values()) {
            var endpoint = text(service, "serviceEndpoint");
            if (textOrEmpty(service, "id").endsWith("#atproto_pds")
                    && endpoint != null
                    && endpoint.matches("https?://[A-Za-z0-9.\\[\\]:-]+/?")) {
                return Optional.of(endpoint.replaceFirst("/$", ""));
            }
        }
        return Optional.empty();
    }

    private Optional<URI> document(String did) {
        if (PLC.matcher(did).matches()) {
            return Optional.of(URI.create(server(settings.plc()) + "/" + did));
        }
        var host = WEB.matcher(did);
        if (!host.matches()) {
            return Optional.empty();
        }
        var port = host.group(2) == null ? "" : ":" + host.group(2);
        var scheme = host.group(1).equals("localhost") ? "http" : "https";
        return Optional.of(
                URI.create(scheme + "://" + host.group(1) + port + "/.well-known/did.json"));
    }

    private static boolean isDid(String name) {
        return PLC.matcher(name).matches() || WEB.matcher(name).matches();
    }

    private static String server(URI uri) {
        return uri.toString().replaceFirst("/+$", "");
    }
}
