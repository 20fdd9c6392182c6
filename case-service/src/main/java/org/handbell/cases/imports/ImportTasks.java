package org.handbell.cases.imports;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets uploads that nobody confirmed.
@Component
class ImportTasks {

    private final ImportDrafts drafts;

    ImportTasks(ImportDrafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "10m")
    void forget() {
        drafts.dropOld();
    }
}
