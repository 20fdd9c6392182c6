package org.handbell.cases;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service. Its settings are in `case-service.yml`, under that name so that all four
/// services can share one class path.
@SpringBootApplication
public class CaseApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "case-service");
        SpringApplication.run(CaseApplication.class, args);
    }
}
