package org.handbell.analysis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service. Its settings are in `analysis-service.yml`, under that name so that all four
/// services can share one class path.
@SpringBootApplication
public class AnalysisApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "analysis-service");
        SpringApplication.run(AnalysisApplication.class, args);
    }
}
