package org.handbell.cases.audit;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Remembers for the length of a request that it has written an entry.
final class WrittenReadsAdvice {

    private static final String WRITTEN = WrittenReadsAdvice.class.getName();

    private WrittenReadsAdvice() {}

    static void markThisRequest() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(WRITTEN, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean thisRequestIsMarked() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                && request.getAttribute(WRITTEN, RequestAttributes.SCOPE_REQUEST) != null;
    }
}
