package org.handbell.cases.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// How people are sent to a provider; who is to be asked again is asked even where the provider
/// knows them.
class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    /// Parameter of the way out that says so.
    static final String AGAIN = "again";

    private final OAuth2AuthorizationRequestResolver usual;
    private final StepUp stepUp;

    AuthorizationRequests(ClientRegistrationRepository providers, StepUp stepUp) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(providers);
        this.stepUp = stepUp;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
            HttpServletRequest request, String registrationId) {
        return asked(request, usual.resolve(request, registrationId));
    }

    private @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest out) {
        if (out == null || request.getParameter(AGAIN) == null) {
            return out;
        }
        return OAuth2AuthorizationRequest.from(out)
                .additionalParameters(more -> {
                    more.put("prompt", "login");
                    more.put("max_age", "0");
                    if (!stepUp.acrValues().isBlank()) {
                        more.put("acr_values", stepUp.acrValues().strip());
                    }
                })
                .build();
    }
}
