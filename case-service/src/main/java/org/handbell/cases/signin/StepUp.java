package org.handbell.cases.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/// Before somebody first opens a case on a device they show once more who they are; that holds on
/// this device for a shift, and not for each case. An open session at somebody's desk, or a
/// provider that lets in without asking, opens no case.
class StepUp {

    /// Attribute of the session: where the person wanted to go.
    static final String WANTED = StepUp.class.getName() + ".wanted";

    static final String COOKIE = "HANDBELL_DEVICE";

    /// Whoever signed in no longer ago than this need not do so again.
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final boolean asked;
    private final boolean secure;
    private final SignInSettings.StepUp settings;
    private final Devices devices;
    private final Arrivals arrivals;
    private final Clock clock;

    /// @param asked whether anybody is asked at all
    /// @param secure whether people reach the desk by HTTPS
    StepUp(
            boolean asked,
            boolean secure,
            SignInSettings.StepUp settings,
            Devices devices,
            Arrivals arrivals,
            Clock clock) {
        this.asked = asked;
        this.secure = secure;
        this.settings = settings;
        this.devices = devices;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    boolean isAsked() {
        return asked;
    }

    /// Whether the person may open cases on the device that asks.
    boolean holds(SignedIn person, HttpServletRequest request) {
        return !asked
                || device(request)
                        .filter(number -> devices.confirmed(person.personId(), number))
                        .isPresent();
    }

    boolean knowsDevice(HttpServletRequest request) {
        return device(request).isPresent();
    }

    /// The person has just shown who they are.
    ///
    /// @param means `password` or `openid`
    void confirm(
            SignedIn person,
            String means,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asked) {
            var number = devices.confirm(person.personId(), settings.shift());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(number).toString());
            arrivals.recordConfirmed(person, means);
            request.getSession().removeAttribute(WANTED);
        }
    }

    /// Whether a provider's word says that the person has just shown it who they are, in the way
    /// that is asked for.
    ///
    /// @param sent whether they were sent there to be asked again
    boolean fresh(OidcIdToken token, boolean sent) {
        return inTime(token.getAuthenticatedAt(), sent) && asWanted(token);
    }

    /// What a provider is told, beside the usual, to ask somebody again.
    String acrValues() {
        return settings.acrValues();
    }

    /// Where the person wanted to go before they were asked.
    static Optional<String> wanted(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(WANTED) instanceof String page
                ? Optional.of(page)
                : Optional.empty();
    }

    private boolean inTime(@Nullable Instant at, boolean sent) {
        if (at == null) {
            return sent && settings.withoutAuthTime();
        }
        var now = clock.instant();
        return at.isAfter(now.minus(FRESH)) && at.isBefore(now.plus(LEEWAY));
    }

    private boolean asWanted(OidcIdToken token) {
        var given = token.getAuthenticationContextClass();
        return settings.acrValues().isBlank()
                || given != null
                        && List.of(settings.acrValues().strip().split("\\s+")).contains(given);
    }

    private ResponseCookie cookie(String number) {
        return ResponseCookie.from(COOKIE, number)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(settings.shift())
                .build();
    }

    private static Optional<String> device(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
