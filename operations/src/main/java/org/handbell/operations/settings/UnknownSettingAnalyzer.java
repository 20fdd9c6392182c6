package org.handbell.operations.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says it in the words of Spring Boot's other reasons not to start.
final class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnknownSettingException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the name or take it away. The names are in the READMEs of the services.",
                cause);
    }
}
