package org.handbell.cases.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.handbell.cases.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Asks at each request whether the person still has their place: who left the register is signed
/// out at once, who has another role or academy now gets that one's view, and whom the provider
/// does not vouch for any more is signed out when it is asked again.
class ArrivalFilter extends OncePerRequestFilter {

    private final People people;
    private final Admissions admissions;
    private final Arrivals arrivals;
    private final @Nullable Rechecks rechecks;
    private final SecurityContextLogoutHandler leaving = new SecurityContextLogoutHandler();

    /// @param rechecks null where no provider is set up
    ArrivalFilter(
            People people, Admissions admissions, Arrivals arrivals, @Nullable Rechecks rechecks) {
        this.people = people;
        this.admissions = admissions;
        this.arrivals = arrivals;
        this.rechecks = rechecks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn old) {
            var refused = refused(old, request);
            if (refused.isPresent()) {
                leaving.logout(request, response, authentication);
                arrivals.recordEnd(old, refused.get().code());
                response.sendRedirect(SignInConfiguration.PAGE + "?" + refused.get().code());
                return;
            }
            seat(old, request, response, authentication);
        }
        chain.doFilter(request, response);
    }

    private void seat(
            SignedIn old,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        var now = place(old, request);
        if (now.isEmpty()) {
            leaving.logout(request, response, authentication);
        } else if (!old.equals(now.get())) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(Arrivals.place(now.get()));
            SecurityContextHolder.setContext(context);
        }
    }

    private Optional<SignedIn> place(SignedIn old, HttpServletRequest request) {
        return people.byId(old.personId())
                .flatMap(person ->
                        proof(old, request)
                                .map(p -> admissions.place(person, p.registrationId(), p.groups()))
                                .orElseGet(() -> Optional.of(SignedIn.of(person))));
    }

    /// One request of a session at a time asks, since a provider may take a refresh token only
    /// once.
    private Optional<Refusal> refused(SignedIn old, HttpServletRequest request) {
        if (rechecks == null || proof(old, request).isEmpty()) {
            return Optional.empty();
        }
        var session = request.getSession();
        synchronized (WebUtils.getSessionMutex(session)) {
            return proof(old, request)
                    .flatMap(proof ->
                            switch (rechecks.again(proof)) {
                                case Rechecks.Outcome.Goes(var newer) -> {
                                    session.setAttribute(Proof.ATTRIBUTE, newer);
                                    yield Optional.<Refusal>empty();
                                }
                                case Rechecks.Outcome.Ends(var why) -> Optional.of(why);
                            });
        }
    }

    /// A proof of somebody else is of no use: the seat was taken in another way since.
    private static Optional<Proof> proof(SignedIn old, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(Proof.ATTRIBUTE) instanceof Proof proof
                        && proof.personId().equals(old.personId())
                ? Optional.of(proof)
                : Optional.empty();
    }
}
