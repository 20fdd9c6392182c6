package org.handbell.cases.casefile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.handbell.cases.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Writes down who tried to come to a case that is there, and not for them. They got the same
/// answer as for one that is not; the record says more.
@Component
class RefusedAdvice implements HandlerInterceptor {

    private static final String REFERENCE = "reference";

    private final DeskCases desk;
    private final Cases cases;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RefusedAdvice(DeskCases desk, Cases cases, AuditLog audit, TransactionTemplate transaction) {
        this.desk = desk;
        this.cases = cases;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        var who = request.getUserPrincipal();
        if (who != null
                && response.getStatus() == HttpStatus.NOT_FOUND.value()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> named
                && named.get(REFERENCE) instanceof String reference) {
            refused(who.getName(), reference);
        }
    }

    private void refused(String personId, String reference) {
        CaseNumber.parse(reference)
                .flatMap(cases::byNumber)
                .filter(_ -> desk.find(personId, reference).isEmpty())
                .ifPresent(about ->
                        transaction.executeWithoutResult(_ ->
                                audit.append(
                                        personId, "case.refused", DeskCases.subject(about), "")));
    }
}
