package org.handbell.cases;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// A small OpenID provider: whoever comes with a code is the person that was set last.
final class TestIdentityProvider implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicReference<String> nonce = new AtomicReference<>("");
    private final AtomicReference<String> email = new AtomicReference<>("");
    private final AtomicReference<Boolean> verified = new AtomicReference<>(true);

    TestIdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> answer(exchange, token()));
        server.start();
    }

    Map<String, String> properties() {
        var registration = "spring.security.oauth2.client.registration.school.";
        var provider = "spring.security.oauth2.client.provider.school.";
        return Map.of(
                registration + "client-id", "desk",
                registration + "client-secret", "secret",
                registration + "client-name", "the school",
                registration + "authorization-grant-type", "authorization_code",
                registration + "redirect-uri", "{baseUrl}/login/oauth2/code/{registrationId}",
                registration + "scope", "openid,email",
                provider + "authorization-uri", url() + "/authorize",
                provider + "token-uri", url() + "/token",
                provider + "jwk-set-uri", url() + "/keys");
    }

    /// The next one to come.
    void person(String email, boolean verified, String nonce) {
        this.email.set(email);
        this.verified.set(verified);
        this.nonce.set(nonce);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String token() {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(url())
                        .subject("someone")
                        .audience("desk")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                        .claim("nonce", nonce.get())
                        .claim("email", email.get())
                        .claim("email_verified", verified.get())
                        .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return """
            {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}\
            """
                    .formatted(jwt.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException("could not sign", e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
