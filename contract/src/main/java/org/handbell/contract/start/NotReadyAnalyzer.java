package org.handbell.contract.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says why a service does not start in its own words instead of a stack trace.
final class NotReadyAnalyzer extends AbstractFailureAnalyzer<NotReadyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotReadyException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}
