package org.handbell.ingest.source.activitypub;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;

/// A server of one actor, made with Fedify, a library that others wrote, on a free port of
/// loopback.
final class Fedify implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final int port;
    private int posts;

    private Fedify(Process process, BufferedReader answers, int port) {
        this.process = process;
        this.answers = answers;
        this.port = port;
    }

    /// What is missing to start one here, in words.
    static Optional<String> missing() {
        if (!Files.isExecutable(node())) {
            return Optional.of("no Fedify server: Node 22 is not at " + node());
        }
        return Files.isDirectory(packages().resolve("node_modules/@fedify/fedify"))
                ? Optional.empty()
                : Optional.of("no Fedify server: @fedify/fedify is not in " + packages());
    }

    static Fedify start() {
        try {
            var script =
                    Files.copy(
                            Path.of("src/test/servers/fedify/server.mjs"),
                            packages().resolve("server.mjs"),
                            StandardCopyOption.REPLACE_EXISTING);
            var process =
                    new ProcessBuilder(node().toString(), script.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var answers = process.inputReader();
            return new Fedify(process, answers, line(answers).path("port").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hostPort() {
        return "localhost:" + port;
    }

    String actor() {
        return "http://" + hostPort() + "/people/robin/self";
    }

    /// @return the number of the post
    int post(String html, Instant at, String alt) {
        tell(Map.of("do", "post", "html", html, "at", at.toString(), "alt", alt));
        return posts++;
    }

    int share(int shared, Instant at) {
        tell(Map.of("do", "post", "shares", shared, "at", at.toString()));
        return posts++;
    }

    void edit(int post, String html, Instant at) {
        tell(Map.of("do", "edit", "n", post, "html", html, "at", at.toString()));
    }

    void delete(int post) {
        tell(Map.of("do", "delete", "n", post));
    }

    /// Its input ends, and so does the server.
    @Override
    public void close() {
        try {
            process.outputWriter().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Map<String, Object> command) {
        try {
            var in = process.outputWriter();
            in.write(Json.mapper().writeValueAsString(command) + "\n");
            in.flush();
            line(answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode line(BufferedReader answers) throws IOException {
        return Json.mapper().readTree(requireNonNull(answers.readLine(), "the server has ended"));
    }

    private static Path cache() {
        var home = Path.of(System.getProperty("user.home"), ".cache", "handbell-e2e").toString();
        return Path.of(Optional.ofNullable(System.getenv("HANDBELL_E2E_CACHE")).orElse(home));
    }

    private static Path node() {
        return cache().resolve("node/bin/node");
    }

    private static Path packages() {
        return cache().resolve("fedify");
    }
}
