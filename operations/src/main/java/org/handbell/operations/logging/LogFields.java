package org.handbell.operations.logging;

import java.util.Set;
import org.slf4j.MDC;

/// What a log line says beside its message: the case it is about, and its trace where tracing is
/// on. Nothing else that a library puts into the logging context is written.
public final class LogFields {

    /// Number of the case that a line is about.
    public static final String CASE = "case";

    static final Set<String> WRITTEN = Set.of(CASE, "traceId", "spanId");

    private LogFields() {}

    /// Marks what this thread logs with a case, until closed.
    public static MDC.MDCCloseable about(String caseNumber) {
        return MDC.putCloseable(CASE, caseNumber);
    }

    /// Marks what this thread logs with a case that has just become known; whoever gave the thread
    /// its work calls `clear` at its end.
    public static void set(String caseNumber) {
        MDC.put(CASE, caseNumber);
    }

    /// Ends any marking.
    public static void clear() {
        MDC.remove(CASE);
    }
}
