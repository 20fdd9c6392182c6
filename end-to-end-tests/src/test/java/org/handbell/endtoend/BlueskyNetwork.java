package org.handbell.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A Bluesky network on this machine: the directory of identities (PLC) and the personal data
/// server (PDS) that the makers of the protocol run in their own tests (`@atproto/dev-env`). Posts
/// are made, edited and deleted through its own API.
final class BlueskyNetwork implements AutoCloseable {

    private static final String POSTS = "app.bsky.feed.post";
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final ServerProcess process;
    private final URI pds;
    private final URI plc;
    private final Http http = new Http();

    private BlueskyNetwork(Path folder, ServerProcess process, JsonNode addresses) {
        this.folder = folder;
        this.process = process;
        this.pds = URI.create(addresses.path("pds").asString());
        this.plc = URI.create(addresses.path("plc").asString());
    }

    /// What is missing to start one here, in words.
    static Optional<String> missing() {
        if (!Files.isExecutable(node())) {
            return Optional.of("no Bluesky network: Node 22 is not at " + node());
        }
        return Files.isDirectory(packages().resolve("node_modules/@atproto/dev-env"))
                ? Optional.empty()
                : Optional.of("no Bluesky network: @atproto/dev-env is not in " + packages());
    }

    /// Starts one with nobody in it, on free ports.
    static BlueskyNetwork start() {
        var folder = RealServers.openFolder("handbell-bluesky-");
        var command = List.of(node().toString(), script().toString());
        var environment = Map.of("TMPDIR", folder.toString(), "NODE_ENV", "test");
        var process = ServerProcess.start("bluesky", folder, environment, command);
        try {
            var line =
                    await().atMost(START)
                            .until(() -> readyLine(process.output()), Optional::isPresent)
                            .orElseThrow();
            return new BlueskyNetwork(folder, process, Http.json(line));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static Optional<String> readyLine(String output) {
        return output.lines()
                .filter(line -> line.startsWith("{\"handbell\":\"ready\""))
                .findFirst();
    }

    private static Path node() {
        return RealServers.folder().resolve("node/bin/node");
    }

    private static Path packages() {
        return RealServers.folder().resolve("atproto");
    }

    /// The script lies in the repository; it must stand beside its packages to find them.
    private static Path script() {
        try {
            return Files.copy(
                    Path.of("servers/atproto/network.mjs"),
                    packages().resolve("network.mjs"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not put network.mjs beside its packages", e);
        }
    }

    /// Address of the personal data server.
    URI pds() {
        return pds;
    }

    /// Address of the directory of identities.
    URI plc() {
        return plc;
    }

    /// Opens an account.
    ///
    /// @param handle one that ends in `.test`, which the network resolves for itself
    Account createAccount(String handle) {
        var answer =
                http.post(
                        xrpc("com.atproto.server.createAccount"),
                        Map.of(),
                        Map.of(
                                "handle",
                                handle,
                                "email",
                                handle + "@invalid.test",
                                "password",
                                "an-invented-password"));
        return new Account(
                handle, answer.path("did").asString(), answer.path("accessJwt").asString());
    }

    /// Publishes a post, said to be of this moment.
    ///
    /// @return its `at://` URI
    String createPost(Account author, String text) {
        var record =
                Map.of(
                        "$type",
                        POSTS,
                        "text",
                        text,
                        "langs",
                        List.of("en"),
                        "createdAt",
                        Instant.now().toString());
        var body = Map.of("repo", author.did(), "collection", POSTS, "record", record);
        return http.post(xrpc("com.atproto.repo.createRecord"), author.authorised(), body)
                .path("uri")
                .asString();
    }

    /// Puts another text in a post's place: same URI, new content id.
    void editPost(Account author, String uri, String text) {
        var record = ((ObjectNode) getPost(uri).path("value")).put("text", text);
        var body =
                Map.of(
                        "repo",
                        author.did(),
                        "collection",
                        POSTS,
                        "rkey",
                        key(uri),
                        "record",
                        record);
        http.post(xrpc("com.atproto.repo.putRecord"), author.authorised(), body);
    }

    void deletePost(Account author, String uri) {
        var body = Map.of("repo", author.did(), "collection", POSTS, "rkey", key(uri));
        http.post(xrpc("com.atproto.repo.deleteRecord"), author.authorised(), body);
    }

    /// One post as anybody may read it.
    JsonNode getPost(String uri) {
        return http.get(
                xrpc("com.atproto.repo.getRecord?" + Http.encode(reference(uri))), Map.of());
    }

    /// All posts of an account as anybody may read them, newest first.
    List<JsonNode> listPosts(String did) {
        var query = Http.encode(Map.of("repo", did, "collection", POSTS, "limit", "100"));
        return http.get(xrpc("com.atproto.repo.listRecords?" + query), Map.of())
                .path("records")
                .valueStream()
                .toList();
    }

    /// The lasting id behind a handle.
    String resolveHandle(String handle) {
        return http.get(
                        xrpc("com.atproto.identity.resolveHandle?handle=" + Http.encode(handle)),
                        Map.of())
                .path("did")
                .asString();
    }

    /// What the directory says of an id: where its data server is.
    JsonNode document(String did) {
        return http.get(plc.resolve("/" + did), Map.of());
    }

    private static Map<String, String> reference(String uri) {
        var path = Path.of(uri.substring("at://".length()));
        return Map.of(
                "repo", path.getName(0).toString(),
                "collection", path.getName(1).toString(),
                "rkey", path.getName(2).toString());
    }

    private static String key(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private URI xrpc(String method) {
        return pds.resolve("/xrpc/" + method);
    }

    @Override
    public void close() {
        process.close();
        RealServers.remove(folder);
    }

    /// Somebody's account, with the right to post in their name.
    record Account(String handle, String did, String token) {

        Map<String, String> authorised() {
            return Map.of("Authorization", "Bearer " + token);
        }
    }
}
