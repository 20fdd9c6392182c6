package org.handbell.cases.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says a fault of the settings in words, where there would be a stack trace.
class SettingFaultAnalyzer extends AbstractFailureAnalyzer<SettingFault> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingFault fault) {
        return new FailureAnalysis(fault.fault(), fault.remedy(), fault);
    }
}
