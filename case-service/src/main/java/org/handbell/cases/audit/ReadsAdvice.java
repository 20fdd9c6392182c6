package org.handbell.cases.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.handbell.cases.access.DeskAction;
import org.handbell.cases.access.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// No page with anything of a person on it is shown unless it is written down who read it. A page
/// that says more about what was read writes its own entry; for all others this does, before
/// anything is sent: where it cannot be written, nothing is shown.
@Component
class ReadsAdvice implements HandlerInterceptor {

    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ReadsAdvice(AuditLog audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView shown) {
        var who = request.getUserPrincipal();
        if (who != null
                && readsSomebody(request)
                && !leadsElsewhere(shown)
                && !WrittenReadsAdvice.thisRequestIsMarked()) {
            transaction.executeWithoutResult(_ ->
                    audit.append(
                            who.getName(), "page.read", "page:" + request.getRequestURI(), ""));
        }
    }

    private static boolean readsSomebody(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return request.getMethod().equals("GET")
                && pattern != null
                && Arrays.stream(DeskAction.values())
                        .filter(action -> action.reach() != Reach.DESK)
                        .filter(action -> action.method().matches(request.getMethod()))
                        .anyMatch(action -> action.path().equals(pattern.toString()));
    }

    private static boolean leadsElsewhere(@Nullable ModelAndView shown) {
        return shown != null
                && shown.getViewName() != null
                && shown.getViewName().startsWith("redirect:");
    }
}
