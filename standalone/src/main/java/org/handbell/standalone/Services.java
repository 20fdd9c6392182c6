package org.handbell.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.AnalysisApplication;
import org.handbell.cases.CaseApplication;
import org.handbell.embedded.EmbeddedDatabase;
import org.handbell.ingest.IngestApplication;
import org.handbell.notification.NotificationApplication;
import org.handbell.standalone.platform.LocalPlatform;
import org.handbell.standalone.welcome.WelcomeConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The four services, each in a Spring context of its own with its own settings file; what differs
/// from the files is given here, since the parts beside them are only known now.
record Services(
        DataFolder data,
        Ports ports,
        String broker,
        EmbeddedDatabase database,
        LocalPlatform platform) {

    ConfigurableApplicationContext cases(Path trust) {
        var settings =
                List.of(
                        database(JdbcDatabases.CASES),
                        "spring.datasource.username=postgres",
                        "handbell.hash-key-file=" + data.key("hash.key"),
                        "handbell.evidence.master-key-file=" + data.key("evidence.key"),
                        "handbell.import.trust=" + trust,
                        "handbell.sign-in.one-click=true",
                        "handbell.console.base-url=http://localhost:" + ports.cases(),
                        "handbell.console.welcome-page=/welcome",
                        "handbell.console.operator-page=/operator",
                        "handbell.standalone.ports.cases=" + ports.cases(),
                        "handbell.standalone.ports.ingest=" + ports.ingest(),
                        "handbell.standalone.ports.analysis=" + ports.analysis(),
                        "handbell.standalone.ports.notification=" + ports.notification(),
                        "handbell.standalone.ports.mail=" + ports.mailWeb());
        return application("case-service", CaseApplication.class, WelcomeConfiguration.class)
                .initializers(context ->
                        ((ConfigurableApplicationContext) context)
                                .getBeanFactory()
                                .registerSingleton("localPlatform", platform))
                .run(arguments(ports.cases(), settings));
    }

    ConfigurableApplicationContext ingest() {
        var settings =
                List.of(
                        "handbell.ingest.fingerprint-key-file=" + data.key("fingerprint.key"),
                        "handbell.ingest.http.allowed-private=127.0.0.1:" + platform.port(),
                        "handbell.ingest.poll.fastest=1s",
                        "handbell.ingest.poll.slowest=2s",
                        "handbell.ingest.poll.sweep-every=10s",
                        "handbell.ingest.poll.sweep-watched-every=5s",
                        // One host serves all accounts here, and it is our own.
                        "handbell.ingest.http.per-host.requests=1000",
                        "handbell.ingest.http.per-host.concurrent=32");
        return application("ingest-service", IngestApplication.class)
                .run(arguments(ports.ingest(), settings));
    }

    ConfigurableApplicationContext analysis() {
        var settings = List.of("handbell.hash-key-file=" + data.key("hash.key"));
        return application("analysis-service", AnalysisApplication.class)
                .run(arguments(ports.analysis(), settings));
    }

    ConfigurableApplicationContext notification() {
        var settings =
                List.of(
                        database(JdbcDatabases.NOTIFICATION),
                        "spring.datasource.username=postgres",
                        "handbell.mail.from=handbell@kestrelfold.example",
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + ports.smtp());
        // Whoever has a look has it at any hour; HANDBELL_QUIET_HOURS_ON=true brings them back.
        return application("notification-service", NotificationApplication.class)
                .properties("handbell.quiet-hours.on=false")
                .run(arguments(ports.notification(), settings));
    }

    private String database(String name) {
        return "spring.datasource.url=" + database.jdbcUrl(name);
    }

    private static SpringApplicationBuilder application(String name, Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .properties(Map.of("spring.config.name", name))
                .registerShutdownHook(false)
                .logStartupInfo(false);
    }

    private String[] arguments(int port, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.addAll(
                List.of(
                        "spring.kafka.bootstrap-servers=" + broker,
                        "handbell.kafka.replication=1",
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "server.shutdown=immediate",
                        "spring.jmx.enabled=false"));
        return all.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }
}
