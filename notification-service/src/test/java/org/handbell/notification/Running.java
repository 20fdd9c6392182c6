package org.handbell.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.handbell.test.TestKafka;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The service itself, on a real broker, database and mail server, with short waits.
final class Running implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Running start(String database, int smtpPort) {
        return start(database, smtpPort, Map.of());
    }

    static Running start(String database, int smtpPort, Map<String, Object> more) {
        var settings = new HashMap<String, Object>(settings(database, smtpPort));
        settings.putAll(more);
        var application = new SpringApplication(NotificationApplication.class);
        System.setProperty("spring.config.name", "notification-service");
        // Before every other source, as the command line would be.
        application.addListeners(
                (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                        event ->
                                event.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(new MapPropertySource("test", settings)));
        return new Running(application.run());
    }

    static Map<String, String> settings(String database, int smtpPort) {
        return Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers()),
                Map.entry("spring.datasource.url", database),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", Integer.toString(smtpPort)),
                Map.entry("handbell.mail.from", "alerts@handbell.example"),
                Map.entry("handbell.backoff.first", "200ms"),
                Map.entry("handbell.backoff.longest", "1s"),
                Map.entry("handbell.delivery.unknown-for", "3s"),
                Map.entry("handbell.escalation.last-wait", "500ms"),
                Map.entry("handbell.figures.every", "200ms"),
                // The tests run at any hour, and tell the same people again and again.
                Map.entry("handbell.quiet-hours.on", "false"),
                Map.entry("handbell.limits.email.an-hour", "100000"),
                Map.entry("db-scheduler.heartbeat-interval", "1s"));
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    MeterRegistry figures() {
        return context.getBean(MeterRegistry.class);
    }

    int port() {
        return Integer.parseInt(
                String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    @Override
    public void close() {
        context.close();
    }
}
