package org.handbell.cases.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/// Reads id_tokens: signature, issuer, audience and times, with a minute of leeway for clocks.
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final ClaimTypeConverter TYPES =
            OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter();

    private final ProviderClient client;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    IdTokens(ProviderClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(
                registration.getRegistrationId(), _ -> decoder(registration));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder =
                client.signedBy(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()));
        var times = new OidcIdTokenValidator(registration);
        times.setClock(clock);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        token -> ofThatIssuer(token, registration), times));
        decoder.setClaimSetConverter(TYPES);
        return decoder;
    }

    /// Apart from the other checks, since it is the one that a wrong setting breaks.
    private static OAuth2TokenValidatorResult ofThatIssuer(
            Jwt token, ClientRegistration registration) {
        var issuer = registration.getProviderDetails().getIssuerUri();
        ClaimAccessor claims = token;
        return issuer != null && issuer.equals(claims.getClaimAsString(IdTokenClaimNames.ISS))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(Refusal.ELSEWHERE.code(), "another issuer", null));
    }
}
