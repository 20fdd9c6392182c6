package org.handbell.analysis.running;

import org.handbell.analysis.policy.InvalidPackException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says which pack keeps the service from starting, instead of a stack trace.
final class InvalidPackAnalyzer extends AbstractFailureAnalyzer<InvalidPackException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPackException cause) {
        return new FailureAnalysis(
                "A policy pack cannot be used: " + cause.getMessage(),
                "Mend that line, or take the pack out of handbell.policy.packs.",
                cause);
    }
}
