package org.handbell.endtoend.rolling;

import org.handbell.analysis.AnalysisApplication;
import org.handbell.cases.CaseApplication;
import org.handbell.ingest.IngestApplication;
import org.handbell.notification.NotificationApplication;

enum Service {
    INGEST(IngestApplication.class),
    ANALYSIS(AnalysisApplication.class),
    CASES(CaseApplication.class),
    NOTIFICATION(NotificationApplication.class);

    final Class<?> application;

    Service(Class<?> application) {
        this.application = application;
    }
}
