package org.handbell.cases.signin;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// Everything the desk asks of identity providers, with a bound on each answer.
class ProviderClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private final JdkClientHttpRequestFactory http;

    ProviderClient() {
        http =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECT).build());
        http.setReadTimeout(ANSWER);
    }

    /// What a provider says of itself.
    ///
    /// @throws ProviderUnreachableException where it says nothing
    Map<String, Object> description(String issuer) {
        var address = issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration";
        try {
            return Objects.requireNonNull(
                    RestClient.builder()
                            .requestFactory(http)
                            .build()
                            .get()
                            .uri(address)
                            .retrieve()
                            .body(JSON));
        } catch (RestClientException | NullPointerException e) {
            throw new ProviderUnreachableException(address, e.getClass().getSimpleName(), e);
        }
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(tokens());
        return codes;
    }

    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes() {
        var refreshes = new RestClientRefreshTokenTokenResponseClient();
        refreshes.setRestClient(tokens());
        return refreshes;
    }

    /// Reads tokens that are signed with one of the keys at an address.
    NimbusJwtDecoder signedBy(String keys) {
        return NimbusJwtDecoder.withJwkSetUri(keys).restOperations(new RestTemplate(http)).build();
    }

    /// Whether a failure is that nobody answered, or that who answered is broken.
    static boolean noAnswer(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof HttpServerErrorException
                || cause instanceof ProviderUnreachableException;
    }

    private RestClient tokens() {
        return RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters ->
                        converters
                                .registerDefaults()
                                .addCustomConverter(
                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
