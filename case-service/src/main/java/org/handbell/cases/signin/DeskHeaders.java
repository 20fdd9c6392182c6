package org.handbell.cases.signin;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What each answer of the desk allows a browser.
final class DeskHeaders {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'%s;"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private DeskHeaders() {}

    /// @param providers null where there is none
    static void into(HttpSecurity http, @Nullable Providers providers) {
        http.headers(headers ->
                headers.addHeaderWriter((_, response) ->
                                response.setHeader(
                                        "Content-Security-Policy",
                                        POLICY.formatted(
                                                alsoTo(
                                                        providers == null
                                                                ? List.of()
                                                                : providers.endSessions()))))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(
                                opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy(
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    /// Signing out is a form, and browsers hold what it redirects to against the form's policy.
    private static String alsoTo(List<String> addresses) {
        return addresses.stream()
                .map(URI::create)
                .map(uri -> " " + uri.getScheme() + "://" + uri.getAuthority())
                .distinct()
                .collect(Collectors.joining());
    }
}
