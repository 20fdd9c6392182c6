package org.handbell.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the service. Its settings are in `notification-service.yml`, under that name so that all
/// four services can share one class path.
@SpringBootApplication
public class NotificationApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "notification-service");
        SpringApplication.run(NotificationApplication.class, args);
    }
}
