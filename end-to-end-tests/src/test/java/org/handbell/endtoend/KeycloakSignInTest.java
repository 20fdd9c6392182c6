package org.handbell.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handbell.cases.CaseApplication;
import org.handbell.endtoend.Visitor.Page;
import org.handbell.test.TestDatabase;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The desk with a real Keycloak that has the realm of `ops/keycloak`. The desk asks it again every
/// two seconds, where a trust would say five minutes.
@TestInstance(Lifecycle.PER_CLASS)
class KeycloakSignInTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final List<Given> GROUPS =
            List.of(
                    new Given("heads-hhs", "HEAD", "hhs"),
                    new Given("dsl-hhs", "DSL", "hhs"),
                    new Given("heads-slp", "HEAD", "slp"),
                    new Given("dsl-slp", "DSL", "slp"),
                    new Given("handbell-operators", "OPERATOR", ""));

    private String base = "";
    private Keycloak keycloak;
    private ConfigurableApplicationContext desk;

    @BeforeAll
    void start() throws IOException {
        RealServers.require(Keycloak.missing());
        base = "http://localhost:" + RealServers.freePort();
        keycloak = Keycloak.start(base);
        desk =
                new SpringApplicationBuilder(CaseApplication.class)
                        .registerShutdownHook(false)
                        .run(settings().toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        if (desk != null) {
            desk.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void eachSeesWhatTheirRoleGives() {
        assertThat(signedIn("peter.lindley").path()).isEqualTo("/queue");
        assertThat(signedIn("peter.lindley").text()).contains("Peter Lindley, DSL");
        assertThat(signedIn("amara.whitcombe").text()).contains("Amara Whitcombe, Head");
        try (var teacher = new Visitor()) {
            var page = signIn(teacher, "owen.rees");
            assertThat(page.path()).isEqualTo("/accounts");
            assertThat(page.text()).contains("@owen_history").doesNotContain("@coachbirch");
            assertThat(teacher.open(at("/audit")).status()).isEqualTo(403);
        }
        try (var operator = new Visitor()) {
            signIn(operator, "sam.verity");
            assertThat(operator.open(at("/audit")).text()).contains("person.signed-in");
            assertThat(operator.open(at("/queue")).status()).isEqualTo(403);
        }
    }

    @Test
    void whoIsNotInTheRegisterComesToAPageThatSaysWhom() {
        var page = signedIn("nell.stranger");
        assertThat(page.path()).isEqualTo("/sign-in?unknown");
        assertThat(page.text()).contains("Ask the operator to add you");
    }

    @Test
    void aWrongPasswordStaysWithKeycloak() {
        try (var visitor = new Visitor()) {
            var page = visitor.open(at("/oauth2/authorization/keycloak"));
            page = visitor.send(page, "[^\"]+login-actions[^\"]+", login("owen.rees", "wrong"));
            assertThat(page.address().toString()).startsWith(keycloak.issuer());
            assertThat(page.text()).contains("Invalid username or password");
        }
    }

    @Test
    void whoIsTakenOutOfTheGroupIsCutOff() {
        try (var head = new Visitor()) {
            assertThat(signIn(head, "joseph.tan").path()).isEqualTo("/queue");
            keycloak.takeOutOf("heads-slp", "joseph.tan");
            await().atMost(BOUND)
                    .until(() -> head.open(at("/queue")).path(), "/sign-in?no-group"::equals);
        }
        assertThat(signedIn("joseph.tan").path()).isEqualTo("/sign-in?no-group");
    }

    @Test
    void whoIsDisabledInKeycloakIsCutOff() {
        try (var dsl = new Visitor()) {
            assertThat(signIn(dsl, "nadia.farouk").path()).isEqualTo("/queue");
            keycloak.disable("nadia.farouk");
            await().atMost(BOUND)
                    .until(() -> dsl.open(at("/queue")).path(), "/sign-in?ended"::equals);
        }
    }

    @Test
    void signingOutEndsKeycloaksSessionToo() {
        try (var teacher = new Visitor()) {
            var page = signIn(teacher, "callum.birch");
            assertThat(keycloak.sessions("callum.birch")).isEqualTo(1);
            var left = teacher.send(page, "/sign-out", Map.of());
            assertThat(left.path()).isEqualTo("/sign-in?left");
            assertThat(left.text()).contains("You have signed out");
            assertThat(keycloak.sessions("callum.birch")).isZero();
            assertThat(teacher.open(at("/oauth2/authorization/keycloak")).address().toString())
                    .as("Keycloak asks for the password again")
                    .startsWith(keycloak.issuer());
        }
    }

    @Test
    void aClientSecretThatIsWrongLeadsToAPageWithTheRemedy() {
        keycloak.secret("renewed");
        try {
            var page = signedIn("shreya.pillai");
            assertThat(page.path()).isEqualTo("/sign-in?desk-refused");
            assertThat(page.text()).contains("the client secret");
        } finally {
            keycloak.secret(Keycloak.CLIENT_SECRET);
        }
        assertThat(signedIn("shreya.pillai").path()).isEqualTo("/accounts");
    }

    private Page signedIn(String username) {
        try (var visitor = new Visitor()) {
            return signIn(visitor, username);
        }
    }

    private Page signIn(Visitor visitor, String username) {
        var page = visitor.open(at("/oauth2/authorization/keycloak"));
        return visitor.send(page, "[^\"]+login-actions[^\"]+", login(username, Keycloak.PASSWORD));
    }

    private static Map<String, String> login(String username, String password) {
        return Map.of("username", username, "password", password, "credentialId", "");
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private List<String> settings() throws IOException {
        var settings = new ArrayList<String>();
        settings.add("spring.config.name=case-service");
        settings.add("server.address=127.0.0.1");
        settings.add("server.port=" + URI.create(base).getPort());
        settings.add("spring.datasource.url=" + TestDatabase.newDatabase());
        settings.add("spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers());
        settings.add(
                "handbell.hash-key-file=" + file("hash.key", "a key for tests, at least 32 bytes"));
        settings.add("handbell.evidence.master-key-file=" + file("none", "") + ".evidence");
        settings.add("handbell.evidence.create-missing-key=true");
        settings.add("handbell.import.trust=" + file("trust.json", trust()));
        settings.add("handbell.console.base-url=" + base);
        settings.add("handbell.sign-in.recheck.every=2s");
        var client = "spring.security.oauth2.client.";
        settings.add(client + "registration.keycloak.client-id=handbell-console");
        settings.add(client + "registration.keycloak.client-secret=" + Keycloak.CLIENT_SECRET);
        settings.add(client + "provider.keycloak.issuer-uri=" + keycloak.issuer());
        settings.addAll(groups());
        return settings.stream().map(setting -> "--" + setting).toList();
    }

    private static List<String> groups() {
        var settings = new ArrayList<String>();
        for (var i = 0; i < GROUPS.size(); i++) {
            var given = GROUPS.get(i);
            var key = "handbell.sign-in.groups[" + i + "].";
            settings.add(key + "group=" + given.group());
            settings.add(key + "role=" + given.role());
            settings.add(key + "academy=" + given.academy());
        }
        return settings;
    }

    private static String trust() throws IOException {
        try (var text = KeycloakSignInTest.class.getResourceAsStream("/standalone/trust.json")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${platform}", "http://platform.example")
                    .replace("${collectFrom}", "2026-09-01");
        }
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(Files.createTempFile("handbell-", name), content);
    }

    /// What a group is given at the desk.
    private record Given(String group, String role, String academy) {}
}
