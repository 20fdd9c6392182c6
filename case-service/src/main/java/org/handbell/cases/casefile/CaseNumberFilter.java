package org.handbell.cases.casefile;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.handbell.operations.logging.LogFields;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Marks what is logged while a page of a case is asked for with the number of the case; what is no
/// number of ours does not reach the log.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseNumberFilter extends OncePerRequestFilter {

    private static final Pattern CASE = Pattern.compile("/cases/([^/]{1,20})(/.*)?");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = CASE.matcher(request.getRequestURI());
        try {
            if (path.matches()) {
                CaseNumber.parse(path.group(1)).map(CaseNumber::value).ifPresent(LogFields::set);
            }
            chain.doFilter(request, response);
        } finally {
            LogFields.clear();
        }
    }
}
