package org.handbell.cases.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/// Signs out of the provider as well, else the next click would sign the same person in again at a
/// shared computer.
class ProviderSignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final String NEXT = ProviderSignOut.class.getName();

    private final Providers providers;
    private final String leftPage;

    /// @param leftPage where people are who have signed out, as the browser knows it
    ProviderSignOut(Providers providers, String leftPage) {
        this.providers = providers;
        this.leftPage = leftPage;
    }

    /// Before the session is gone.
    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(Proof.ATTRIBUTE) instanceof Proof proof) {
            providers
                    .endSession(proof.registrationId())
                    .map(address -> address(address, proof))
                    .ifPresent(next -> request.setAttribute(NEXT, next));
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication)
            throws IOException {
        var next = request.getAttribute(NEXT);
        response.sendRedirect(next instanceof String address ? address : SignInConfiguration.LEFT);
    }

    private String address(String endSession, Proof proof) {
        var client = providers.get(proof.registrationId()).getClientId();
        return endSession
                + (endSession.contains("?") ? "&" : "?")
                + "id_token_hint=%s&client_id=%s&post_logout_redirect_uri=%s"
                        .formatted(encoded(proof.idToken()), encoded(client), encoded(leftPage));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
