package org.handbell.cases.signin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/// Finds in a failure of Spring Security what to tell a person.
final class SignInFailures {

    private static final int DEEPEST = 12;
    private static final Set<String> LATE =
            Set.of(
                    "invalid_nonce",
                    "invalid_id_token",
                    "invalid_grant",
                    "invalid_state_parameter",
                    "authorization_request_not_found");
    private static final Set<String> DESK =
            Set.of(
                    "invalid_client",
                    "unauthorized_client",
                    "invalid_scope",
                    "invalid_redirect_uri",
                    "invalid_token_response");
    private static final Set<String> BUSY = Set.of("temporarily_unavailable", "server_error");
    private static final Set<String> NO =
            Set.of("invalid_grant", "access_denied", "login_required", "interaction_required");

    private SignInFailures() {}

    static Refusal why(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> said(cause).stream())
                .findFirst()
                .orElseGet(() -> unreached(failure) ? Refusal.UNREACHABLE : byCode(code(failure)));
    }

    /// What the provider answered, or what Spring makes of it; holds no person.
    static String code(Throwable failure) {
        return failure instanceof OAuth2AuthenticationException e
                ? e.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }

    /// Whether a provider that was asked again says that it does not vouch any more.
    static boolean saysNo(OAuth2AuthorizationException answer) {
        return NO.contains(answer.getError().getErrorCode());
    }

    private static Optional<Refusal> said(Throwable cause) {
        return switch (cause) {
            case OAuth2AuthenticationException e -> Refusal.coded(e.getError().getErrorCode());
            case JwtValidationException e ->
                    e.getErrors().stream()
                            .map(OAuth2Error::getErrorCode)
                            .flatMap(code -> Refusal.coded(code).stream())
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean unreached(Throwable failure) {
        return BUSY.contains(code(failure)) || causes(failure).anyMatch(ProviderClient::noAnswer);
    }

    private static Refusal byCode(String code) {
        if (LATE.contains(code)) {
            return Refusal.EXPIRED;
        }
        return DESK.contains(code) ? Refusal.DESK_REFUSED : Refusal.FAILED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }
}
