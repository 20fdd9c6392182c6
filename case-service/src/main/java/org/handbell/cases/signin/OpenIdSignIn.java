package org.handbell.cases.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;

/// The way to a provider and back.
class OpenIdSignIn {

    private static final Logger log = LoggerFactory.getLogger(OpenIdSignIn.class);

    private final Providers providers;
    private final ProviderClient client;
    private final Admissions admissions;
    private final Rechecks rechecks;
    private final Arrivals arrivals;
    private final StepUp stepUp;
    private final HttpSessionOAuth2AuthorizedClientRepository tokens =
            new HttpSessionOAuth2AuthorizedClientRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler next =
            new SavedRequestAwareAuthenticationSuccessHandler();

    OpenIdSignIn(
            Providers providers,
            ProviderClient client,
            Admissions admissions,
            Rechecks rechecks,
            Arrivals arrivals,
            StepUp stepUp) {
        this.providers = providers;
        this.client = client;
        this.admissions = admissions;
        this.rechecks = rechecks;
        this.arrivals = arrivals;
        this.stepUp = stepUp;
    }

    void into(HttpSecurity http, SecurityContextRepository sessions) {
        http.oauth2Login(login ->
                login.loginPage(SignInConfiguration.PAGE)
                        .clientRegistrationRepository(providers)
                        .authorizedClientRepository(tokens)
                        .authorizationEndpoint(out ->
                                out.authorizationRequestResolver(
                                        new AuthorizationRequests(providers, stepUp)))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(client.codes()))
                        .userInfoEndpoint(
                                info -> info.oidcUserService(new OpenIdPeople(admissions)))
                        .failureHandler(this::refuse)
                        .successHandler(arrival(sessions))
                        .withObjectPostProcessor(failuresOnTheWayOut()));
    }

    Rechecks rechecks() {
        return rechecks;
    }

    /// The provider's principal becomes ours, so that the desk knows one kind of person only, and
    /// its access token is dropped.
    private AuthenticationSuccessHandler arrival(SecurityContextRepository sessions) {
        return (request, response, authentication) -> {
            if (!(authentication instanceof OAuth2AuthenticationToken back)
                    || !(back.getPrincipal() instanceof AdmittedUser user)) {
                throw new IllegalStateException("somebody came by another way than OpenIdPeople");
            }
            var registrationId = back.getAuthorizedClientRegistrationId();
            var place =
                    admissions
                            .place(user.person(), registrationId, user.groups())
                            .map(Arrivals::place)
                            .orElseThrow();
            var proof = proof(back, user, request, response);
            request.getSession().setAttribute(Proof.ATTRIBUTE, proof);
            seat(place, sessions, request, response);
            goOn(place, user, request, response);
        };
    }

    /// To the case they wanted, where they were sent here to be asked again.
    private void goOn(
            Authentication place,
            AdmittedUser user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var wanted = StepUp.wanted(request);
        var fresh = stepUp.fresh(user.getIdToken(), wanted.isPresent());
        if (fresh && place.getPrincipal() instanceof SignedIn person) {
            stepUp.confirm(person, "openid", request, response);
        }
        if (wanted.isEmpty()) {
            next.onAuthenticationSuccess(request, response, place);
        } else if (fresh) {
            response.sendRedirect(wanted.get());
        } else {
            response.sendRedirect(StepUpController.PAGE + "?stale");
        }
    }

    private Proof proof(
            OAuth2AuthenticationToken back,
            AdmittedUser user,
            HttpServletRequest request,
            HttpServletResponse response) {
        var id = back.getAuthorizedClientRegistrationId();
        OAuth2AuthorizedClient given = tokens.loadAuthorizedClient(id, back, request);
        tokens.removeAuthorizedClient(id, back, request, response);
        return rechecks.first(
                providers.get(id),
                user,
                Optional.ofNullable(given).map(OAuth2AuthorizedClient::getRefreshToken));
    }

    private void seat(
            Authentication place,
            SecurityContextRepository sessions,
            HttpServletRequest request,
            HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(place);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        if (place.getPrincipal() instanceof SignedIn person) {
            arrivals.record(person, "openid");
        }
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        var why = SignInFailures.why(failure);
        log.warn("A sign-in was refused: {} ({})", why.code(), SignInFailures.code(failure));
        response.sendRedirect(SignInConfiguration.PAGE + "?" + why.code());
    }

    /// A provider that cannot be reached is noticed before anybody is sent there.
    private ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failuresOnTheWayOut() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(OpenIdSignIn.this::refuse);
                return filter;
            }
        };
    }
}
