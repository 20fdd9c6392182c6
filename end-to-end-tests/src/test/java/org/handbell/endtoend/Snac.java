package org.handbell.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A real server of the fediverse on this machine, snac2 from Debian's backports: an ActivityPub
/// server that speaks the Mastodon API in part. It has no polls, shows no boosts in an account's
/// statuses, keeps loosely to `limit` and `max_id`, and an edit changes a status's `id`, not its
/// `uri`.
final class Snac implements AutoCloseable {

    private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
    private static final Pattern GIVEN = Pattern.compile("User password is (\\S+)");
    private static final Duration START = Duration.ofSeconds(20);

    private final Path folder;
    private final URI address;
    private final ServerProcess process;
    private final Http http = new Http();

    private Snac(Path folder, URI address, ServerProcess process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    /// What is missing to start one here, in words.
    static Optional<String> missing() {
        return program().isPresent()
                ? Optional.empty()
                : Optional.of("no fediverse server: Debian's snac2 is not installed");
    }

    private static Optional<Path> program() {
        var unpacked = RealServers.folder().resolve("snac2/usr/bin/snac");
        return Files.isExecutable(unpacked) ? Optional.of(unpacked) : RealServers.program("snac");
    }

    /// Starts one with nobody in it, on a free port.
    static Snac start() {
        var folder = RealServers.openFolder("handbell-snac-");
        var port = RealServers.freePort();
        var answers = "127.0.0.1\n%d\nlocalhost:%d\n\n\n".formatted(port, port);
        run(folder, answers, "init", base(folder));
        speakPlainHttp(folder);
        var command = List.of(program().orElseThrow().toString(), "httpd", base(folder));
        var process = ServerProcess.start("snac", folder, Map.of(), command);
        var snac = new Snac(folder, URI.create("http://localhost:" + port), process);
        try {
            await().atMost(START).ignoreExceptions().until(snac::answers);
            return snac;
        } catch (RuntimeException e) {
            snac.close();
            throw e;
        }
    }

    private boolean answers() {
        process.output();
        return http.status(address.resolve("/.well-known/nodeinfo")) == 200;
    }

    private static void speakPlainHttp(Path folder) {
        try {
            var settings = Path.of(base(folder), "server.json");
            var text = Files.readString(settings);
            Files.writeString(
                    settings, text.replace("\"protocol\": \"https\"", "\"protocol\": \"http\""));
        } catch (IOException e) {
            throw new UncheckedIOException("could not set snac to plain HTTP", e);
        }
    }

    private static String base(Path folder) {
        return folder.resolve("base").toString();
    }

    /// Runs one of its commands to its end and gives what it printed.
    private static String run(Path folder, String input, String... arguments) {
        var command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        return ServerProcess.run(folder, input, command);
    }

    /// Address of the server, without a slash at the end.
    URI address() {
        return address;
    }

    /// Opens an account and signs in to it as a Mastodon client does.
    Account createAccount(String name) {
        var printed = run(folder, "", "adduser", base(folder), name);
        var password = GIVEN.matcher(printed);
        if (!password.find()) {
            throw new IllegalStateException("snac gave no password: " + printed);
        }
        return new Account(name, password.group(1), signIn(name, password.group(1)));
    }

    private String signIn(String name, String password) {
        var app =
                form(
                        "/api/v1/apps",
                        Map.of(
                                "client_name", "end-to-end",
                                "redirect_uris", OUT_OF_BAND,
                                "scopes", "read write"));
        var client = app.path("client_id").asString();
        var code =
                http.form(
                        "POST",
                        address.resolve("/oauth/x-snac-login"),
                        Map.of(),
                        Map.of(
                                "login",
                                name,
                                "passwd",
                                password,
                                "redir",
                                OUT_OF_BAND,
                                "cid",
                                client));
        return form(
                        "/oauth/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code.strip(),
                                "client_id",
                                client,
                                "client_secret",
                                app.path("client_secret").asString(),
                                "redirect_uri",
                                OUT_OF_BAND))
                .path("access_token")
                .asString();
    }

    private JsonNode form(String path, Map<String, String> fields) {
        return Http.json(http.form("POST", address.resolve(path), Map.of(), fields));
    }

    /// Publishes a post for everybody.
    Status createPost(Account author, String text) {
        var made =
                http.form(
                        "POST",
                        address.resolve("/api/v1/statuses"),
                        author.authorised(),
                        Map.of("status", text, "visibility", "public"));
        return new Status(
                Http.json(made).path("id").asString(), Http.json(made).path("uri").asString());
    }

    /// Puts another text in a post's place: same `uri`, but a new `id`.
    Status editPost(Account author, Status post, String text) {
        var made =
                http.form(
                        "PUT",
                        address.resolve("/api/v1/statuses/" + post.id()),
                        author.authorised(),
                        Map.of("status", text));
        return new Status(Http.json(made).path("id").asString(), post.uri());
    }

    /// Deletes a post as its author does in snac's own pages: its Mastodon API has no deletion.
    void deletePost(Account author, Status post) {
        var pair = (author.name() + ":" + author.password()).getBytes(StandardCharsets.UTF_8);
        http.form(
                "POST",
                address.resolve("/" + author.name() + "/admin/action"),
                Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)),
                Map.of("action", "Delete", "id", post.uri()));
    }

    /// An account's posts as anybody may read them, newest first.
    List<JsonNode> listPosts(String name) {
        var id =
                http.get(address.resolve("/api/v1/accounts/lookup?acct=" + name), Map.of())
                        .path("id")
                        .asString();
        return http.get(address.resolve("/api/v1/accounts/" + id + "/statuses"), Map.of())
                .valueStream()
                .toList();
    }

    /// What the address of a post answers to anybody.
    int status(Status post) {
        return http.status(URI.create(post.uri()));
    }

    @Override
    public void close() {
        process.close();
        RealServers.remove(folder);
    }

    /// Somebody's account, with what its author needs to post.
    record Account(String name, String password, String token) {

        Map<String, String> authorised() {
            return Map.of("Authorization", "Bearer " + token);
        }
    }

    /// A post: `uri` lasts, `id` changes with each edit.
    record Status(String id, String uri) {}
}
