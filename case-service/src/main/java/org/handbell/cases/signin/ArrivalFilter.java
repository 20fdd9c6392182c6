package org.handbell.cases.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.handbell.cases.people.People;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks at each request whether the person still has their place: who left the register is signed
/// out at once, and who has another role or academy now gets that one's view.
class ArrivalFilter extends OncePerRequestFilter {

    private final People people;
    private final SecurityContextLogoutHandler leaving = new SecurityContextLogoutHandler();

    ArrivalFilter(People people) {
        this.people = people;
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
            var now = people.byId(old.personId()).map(Arrivals::place);
            if (now.isEmpty()) {
                leaving.logout(request, response, authentication);
            } else if (!old.equals(now.get().getPrincipal())) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(now.get());
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }
}
