package org.handbell.cases.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a request that says it is larger than the desk takes, before a byte of it is read. Else
/// the check of forged forms, which looks for its token in the body, would come first and blame the
/// form.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadBoundFilter extends OncePerRequestFilter {

    private final long most;

    UploadBoundFilter(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            refuse(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /// Forwarded as a plain request: the error page would else look into the parts of this one.
    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var status = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        response.setStatus(status);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.getRequestDispatcher("/error").forward(new WithoutBody(request), response);
    }

    /// The request without what it brought.
    private static final class WithoutBody extends HttpServletRequestWrapper {

        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public long getContentLengthLong() {
            return 0;
        }
    }
}
