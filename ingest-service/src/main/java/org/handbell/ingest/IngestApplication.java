package org.handbell.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the service. Its settings are in `ingest-service.yml`, under that name so that all four
/// services can share one class path.
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "ingest-service");
        SpringApplication.run(IngestApplication.class, args);
    }
}
