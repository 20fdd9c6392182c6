package org.handbell.cases.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.handbell.cases.signin.SignInSettings.Recheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.JwtException;

/// Asks a provider, every few minutes of a session, whether it still vouches for the person, and
/// for their groups as they are now. So who is disabled there, or leaves a group, is cut off within
/// a bound that is set.
class Rechecks {

    private static final Logger log = LoggerFactory.getLogger(Rechecks.class);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(30);

    private final Providers providers;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes;
    private final IdTokens idTokens;
    private final Admissions admissions;
    private final Recheck bounds;
    private final Clock clock;

    Rechecks(
            Providers providers,
            ProviderClient client,
            IdTokens idTokens,
            Admissions admissions,
            Recheck bounds,
            Clock clock) {
        this.providers = providers;
        this.refreshes = client.refreshes();
        this.idTokens = idTokens;
        this.admissions = admissions;
        this.bounds = bounds;
        this.clock = clock;
    }

    /// What the provider has just said.
    Proof first(
            ClientRegistration registration,
            AdmittedUser user,
            Optional<OAuth2RefreshToken> refresh) {
        var now = clock.instant();
        return new Proof(
                registration.getRegistrationId(),
                user.person().personId(),
                Objects.requireNonNull(user.getSubject()),
                user.getIdToken().getTokenValue(),
                refresh.map(OAuth2RefreshToken::getTokenValue).orElse(null),
                user.groups(),
                now,
                now.plus(refresh.isPresent() ? bounds.every() : bounds.withoutRefresh()));
    }

    /// Asks again, where it is time.
    Outcome again(Proof proof) {
        var now = clock.instant();
        if (now.isBefore(proof.askAt())) {
            return new Outcome.Goes(proof);
        }
        return proof.refreshToken() == null
                ? new Outcome.Ends(Refusal.ENDED)
                : asked(proof, proof.refreshToken(), now);
    }

    private Outcome asked(Proof proof, String refreshToken, Instant now) {
        try {
            var registration = providers.get(proof.registrationId());
            var answer = refreshes.getTokenResponse(request(registration, refreshToken, now));
            return judged(proof, registration, answer, now);
        } catch (OAuth2AuthorizationException e) {
            return SignInFailures.saysNo(e)
                    ? new Outcome.Ends(Refusal.ENDED)
                    : silent(proof, now, e.getError().getErrorCode());
        } catch (AuthenticationException | JwtException | ProviderUnreachableException e) {
            return silent(proof, now, e.getClass().getSimpleName());
        }
    }

    private Outcome judged(
            Proof proof,
            ClientRegistration registration,
            OAuth2AccessTokenResponse answer,
            Instant now) {
        if (!(answer.getAdditionalParameters().get("id_token") instanceof String text)) {
            log.warn("{} gave no id_token with a refresh token", proof.registrationId());
            return new Outcome.Ends(Refusal.ENDED);
        }
        var jwt = idTokens.createDecoder(registration).decode(text);
        var token = new OidcIdToken(text, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
        if (!proof.subject().equals(token.getSubject())) {
            return new Outcome.Ends(Refusal.ANOTHER);
        }
        return switch (admissions.admit(registration, token)) {
            case Admission.Refused(var why) -> new Outcome.Ends(why);
            case Admission.Admitted(var person, var groups) ->
                    person.personId().equals(proof.personId())
                            ? new Outcome.Goes(
                                    new Proof(
                                            proof.registrationId(),
                                            proof.personId(),
                                            proof.subject(),
                                            text,
                                            refreshed(answer, proof),
                                            groups,
                                            now,
                                            now.plus(bounds.every())))
                            : new Outcome.Ends(Refusal.ANOTHER);
        };
    }

    private static String refreshed(OAuth2AccessTokenResponse answer, Proof proof) {
        var fresh = answer.getRefreshToken();
        return fresh == null ? Objects.requireNonNull(proof.refreshToken()) : fresh.getTokenValue();
    }

    /// A provider that does not answer is asked again soon, but not for ever.
    private Outcome silent(Proof proof, Instant now, String reason) {
        log.warn("{} did not say whether it still vouches: {}", proof.registrationId(), reason);
        var last = proof.saidAt().plus(bounds.every()).plus(bounds.outage());
        if (!now.isBefore(last)) {
            return new Outcome.Ends(Refusal.UNREACHABLE);
        }
        var soon = now.plus(AFTER_SILENCE);
        return new Outcome.Goes(proof.askedAgainAt(soon.isBefore(last) ? soon : last));
    }

    /// The access token was not kept, and is not sent; Spring's request wants one.
    private static OAuth2RefreshTokenGrantRequest request(
            ClientRegistration registration, String refreshToken, Instant now) {
        var old =
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        "not-kept",
                        now.minus(Duration.ofHours(1)),
                        now);
        return new OAuth2RefreshTokenGrantRequest(
                registration, old, new OAuth2RefreshToken(refreshToken, null));
    }

    /// What becomes of a session.
    sealed interface Outcome {

        record Goes(Proof proof) implements Outcome {}

        record Ends(Refusal why) implements Outcome {}
    }
}
