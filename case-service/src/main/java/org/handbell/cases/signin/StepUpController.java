package org.handbell.cases.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Asks the person at the desk once more who they are.
@Controller
class StepUpController {

    static final String PAGE = "/sign-in/again";

    private static final int TRIES = 5;
    private static final String TRIED = StepUpController.class.getName() + ".tried";

    private final StepUp stepUp;
    private final Arrivals arrivals;
    private final ObjectProvider<LocalSignIn> local;
    private final @Nullable Providers providers;
    private final SecurityContextLogoutHandler leaving = new SecurityContextLogoutHandler();

    StepUpController(
            StepUp stepUp,
            Arrivals arrivals,
            ObjectProvider<LocalSignIn> local,
            ObjectProvider<Providers> providers) {
        this.stepUp = stepUp;
        this.arrivals = arrivals;
        this.local = local;
        this.providers = providers.getIfAvailable();
    }

    @GetMapping(PAGE)
    ModelAndView page(
            HttpSession session,
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(required = false) @Nullable String stale) {
        if (!stepUp.isAsked()) {
            return new ModelAndView("redirect:/");
        }
        return shown(session, person, stale == null ? "" : "stale", HttpStatus.OK);
    }

    @PostMapping(PAGE)
    ModelAndView password(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String password) {
        var session = request.getSession();
        var wanted = StepUp.wanted(request).orElse("/");
        if (right(person, password)) {
            session.removeAttribute(TRIED);
            stepUp.confirm(person, "password", request, response);
            return new ModelAndView("redirect:" + wanted);
        }
        arrivals.recordNotConfirmed(person, "password");
        var tried = session.getAttribute(TRIED) instanceof Integer before ? before + 1 : 1;
        session.setAttribute(TRIED, tried);
        if (tried >= TRIES) {
            leaving.logout(
                    request, response, SecurityContextHolder.getContext().getAuthentication());
            return new ModelAndView("redirect:" + SignInConfiguration.PAGE + "?refused");
        }
        return shown(session, person, "wrong", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean right(SignedIn person, String password) {
        var provider = local.getIfAvailable();
        try {
            return provider != null
                    && provider.authenticate(
                                            new UsernamePasswordAuthenticationToken(
                                                    person.personId(), password))
                                    .getPrincipal()
                            instanceof SignedIn same
                    && same.personId().equals(person.personId());
        } catch (BadCredentialsException e) {
            return false;
        }
    }

    /// Offers the way by which they came.
    private ModelAndView shown(
            HttpSession session, SignedIn person, String problem, HttpStatus status) {
        var proof =
                session.getAttribute(Proof.ATTRIBUTE) instanceof Proof given
                                && given.personId().equals(person.personId())
                        ? given
                        : null;
        var ways =
                providers == null || proof == null
                        ? List.<Providers.Named>of()
                        : providers.named().stream()
                                .filter(way -> way.id().equals(proof.registrationId()))
                                .toList();
        var page = new ModelAndView("cases/sign-in-again", status);
        return page.addObject("providers", ways)
                .addObject("local", proof == null && local.getIfAvailable() != null)
                .addObject("problem", problem);
    }
}
