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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A small OpenID provider: whoever comes with a code, or with a refresh token, is the person that
/// was set last.
public final class TestIdentityProvider implements AutoCloseable {

    /// Claim that is not sent where a person is given it as value.
    public static final String ABSENT = "absent";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Object> claims = new ConcurrentHashMap<>();
    private volatile @Nullable String refusal;
    private volatile int status = 200;
    private volatile String describedAs;
    private volatile boolean refreshes = true;

    public TestIdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        describedAs = url();
        server.createContext(
                "/keys",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, description()));
        server.start();
    }

    /// A registration that finds the provider by its issuer.
    public Map<String, String> properties() {
        var registration = "spring.security.oauth2.client.registration.school.";
        return Map.of(
                registration + "client-id",
                "desk",
                registration + "client-secret",
                "secret",
                registration + "client-name",
                "the school",
                registration + "redirect-uri",
                "{baseUrl}/login/oauth2/code/{registrationId}",
                "spring.security.oauth2.client.provider.school.issuer-uri",
                url());
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The next one to come, as another provider would describe them.
    public void person(Map<String, Object> claims) {
        this.claims.clear();
        this.claims.putAll(claims);
    }

    public void claim(String name, Object value) {
        claims.put(name, value);
    }

    /// From now on no token is given.
    public void refuseTokens(int status, String error) {
        this.status = status;
        this.refusal = error;
    }

    public void giveTokens() {
        this.status = 200;
        this.refusal = null;
    }

    public void giveNoRefreshTokens() {
        refreshes = false;
    }

    /// As whom it describes itself.
    public void describeAs(String issuer) {
        describedAs = issuer;
    }

    private String description() {
        return """
        {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
         "jwks_uri": "%s/keys", "end_session_endpoint": "%s/leave", "subject_types_supported": ["public"],
         "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
        """
                .formatted(describedAs, url(), url(), url(), url());
    }

    private void token(HttpExchange exchange) throws IOException {
        if (refusal != null) {
            answer(exchange, status, "{\"error\": \"%s\"}".formatted(refusal));
            return;
        }
        var refresh = refreshes ? ", \"refresh_token\": \"r\"" : "";
        answer(
                exchange,
                200,
                """
                {"access_token": "a", "token_type": "Bearer", "expires_in": 300%s, "id_token": "%s"}
                """
                        .formatted(refresh, idToken()));
    }

    private String idToken() {
        var now = Instant.now();
        var all = new HashMap<String, Object>();
        all.put("iss", url());
        all.put("sub", "someone");
        all.put("aud", "desk");
        all.put("iat", Date.from(now));
        all.put("exp", Date.from(now.plus(Duration.ofMinutes(5))));
        all.putAll(claims);
        var set = new JWTClaimsSet.Builder();
        all.entrySet().stream()
                .filter(claim -> !ABSENT.equals(claim.getValue()))
                .forEach(claim -> set.claim(claim.getKey(), claim.getValue()));
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build();
            var jwt = new SignedJWT(header, set.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("could not sign", e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
