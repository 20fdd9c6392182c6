package org.handbell.cases.trust;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Imports the trust that the settings name, before anybody comes to the desk. A file that is not
/// fit ends the start.
@Component
@ConditionalOnProperty("handbell.import.trust")
@Order(ImportAtStart.FIRST)
class ImportAtStart implements ApplicationRunner {

    static final int FIRST = 100;

    private static final Logger log = LoggerFactory.getLogger(ImportAtStart.class);

    private final ImportTrust trust;
    private final Path file;

    ImportAtStart(ImportTrust trust, @Value("${handbell.import.trust}") Path file) {
        this.trust = trust;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        log.info("The trust is imported: {} changes", trust.from(file));
    }
}
