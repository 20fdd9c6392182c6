package org.handbell.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A real Keycloak on this machine with the realm of `ops/keycloak`, and its administrator. Its
/// database is in memory.
final class Keycloak implements AutoCloseable {

    static final String CLIENT_SECRET = "of-this-test-alone";
    static final String PASSWORD = "demo-of-this-test";

    private static final String ADMIN_PASSWORD = "admin-of-this-test";
    private static final Path REALM = Path.of("..", "ops", "keycloak", "handbell-realm.json");
    private static final Duration START = Duration.ofMinutes(4);

    private final Path folder;
    private final URI address;
    private final ServerProcess process;
    private final Http http = new Http();

    private Keycloak(Path folder, URI address, ServerProcess process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    /// What is missing to start one here, in words.
    static Optional<String> missing() {
        return Files.exists(home().resolve("built-for"))
                ? Optional.empty()
                : Optional.of("no Keycloak in " + home());
    }

    private static Path home() {
        return RealServers.folder().resolve("keycloak");
    }

    /// Starts one whose realm knows a desk at an address.
    static Keycloak start(String desk) {
        var folder = RealServers.openFolder("handbell-keycloak-");
        var address = URI.create("http://localhost:" + RealServers.freePort());
        bringRealm();
        var process = ServerProcess.start("keycloak", folder, environment(desk), command(address));
        var keycloak = new Keycloak(folder, address, process);
        try {
            await().atMost(START)
                    .ignoreException(UncheckedIOException.class)
                    .until(keycloak::answers);
            return keycloak;
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
    }

    private static void bringRealm() {
        try {
            var imported = Files.createDirectories(home().resolve("data/import"));
            Files.copy(
                    REALM,
                    imported.resolve("handbell-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not bring the realm to Keycloak", e);
        }
    }

    private static Map<String, String> environment(String desk) {
        var all = new HashMap<String, String>();
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        all.put("HANDBELL_CONSOLE_BASE_URL", desk);
        all.put("HANDBELL_CONSOLE_CLIENT_SECRET", CLIENT_SECRET);
        all.put("HANDBELL_DEMO_PASSWORD", PASSWORD);
        return all;
    }

    private static List<String> command(URI address) {
        return List.of(
                home().resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + address.getPort(),
                "--hostname=" + address,
                "--cache=local");
    }

    private boolean answers() {
        process.output();
        return http.status(URI.create(issuer() + "/.well-known/openid-configuration")) == 200;
    }

    /// As the realm calls itself.
    String issuer() {
        return address + "/realms/handbell";
    }

    void disable(String username) {
        change("users/" + user(username), Map.of("enabled", false));
    }

    void takeOutOf(String group, String username) {
        var user = user(username);
        for (var membership : ask("users/" + user + "/groups")) {
            if (membership.path("name").asString().equals(group)) {
                http.delete(
                        admin("users/" + user + "/groups/" + membership.path("id").asString()),
                        administrator());
            }
        }
    }

    /// How many sessions of a person it keeps.
    int sessions(String username) {
        return ask("users/" + user(username) + "/sessions").size();
    }

    /// Gives the desk another client secret, as an operator does who renews it.
    void secret(String secret) {
        var client = ask("clients?clientId=handbell-console").path(0).path("id").asString();
        change("clients/" + client, Map.of("clientId", "handbell-console", "secret", secret));
    }

    private String user(String username) {
        return ask("users?exact=true&username=" + username).path(0).path("id").asString();
    }

    private JsonNode ask(String path) {
        return http.get(admin(path), administrator());
    }

    private void change(String path, Map<String, Object> fields) {
        http.put(admin(path), administrator(), fields);
    }

    private URI admin(String path) {
        return address.resolve("/admin/realms/handbell/" + path);
    }

    private Map<String, String> administrator() {
        var token =
                http.form(
                        "POST",
                        address.resolve("/realms/master/protocol/openid-connect/token"),
                        Map.of(),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                ADMIN_PASSWORD));
        return Map.of(
                "Authorization", "Bearer " + Http.json(token).path("access_token").asString());
    }

    @Override
    public void close() {
        process.close();
        RealServers.remove(folder);
    }
}
