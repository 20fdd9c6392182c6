package org.handbell.cases.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.handbell.cases.access.DeskAction;
import org.handbell.cases.access.Reach;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.HtmlUtils;

/// Stands before each page of a case. It asks before it is known whether there is such a case: who
/// is asked learns nothing from it.
class StepUpAdvice implements HandlerInterceptor {

    private final StepUp stepUp;

    StepUpAdvice(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var person = person(request);
        if (person.isEmpty() || !aboutOneCase(request) || stepUp.holds(person.get(), request)) {
            return true;
        }
        if (cameFromElsewhere(request)) {
            again(request, response);
        } else {
            request.getSession().setAttribute(StepUp.WANTED, wanted(request));
            response.sendRedirect(StepUpController.PAGE);
        }
        return false;
    }

    private static Optional<SignedIn> person(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication place
                        && place.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    private static boolean aboutOneCase(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern != null
                && Arrays.stream(DeskAction.values())
                        .filter(action -> action.reach() == Reach.CASE)
                        .filter(action -> action.path().contains("{"))
                        .anyMatch(action -> action.path().equals(pattern.toString()));
    }

    /// Who follows a link in a mail, or comes back from a provider, comes without the cookie of the
    /// device, which no other site may make a browser send.
    private boolean cameFromElsewhere(HttpServletRequest request) {
        return reads(request)
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !stepUp.knowsDevice(request);
    }

    /// Lets the browser come again by itself, from here.
    private static void again(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = HtmlUtils.htmlEscape(request.getRequestURI());
        response.setHeader("Refresh", "0");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(
                        "<!DOCTYPE html><html lang=\"en-GB\"><title>Handbell</title><p><a href=\""
                                + page
                                + "\">Go on to the case</a></p></html>");
    }

    private static String wanted(HttpServletRequest request) {
        if (!reads(request)) {
            var parts = request.getRequestURI().split("/");
            return parts.length > 2 ? "/" + parts[1] + "/" + parts[2] : "/";
        }
        var question = request.getQueryString();
        return request.getRequestURI() + (question == null ? "" : "?" + question);
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod());
    }
}
