package org.handbell.endtoend;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.handbell.analysis.AnalysisApplication;
import org.handbell.cases.CaseApplication;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.embedded.EmbeddedDatabase;
import org.handbell.ingest.IngestApplication;
import org.handbell.notification.NotificationApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Broker, database and the four services in one process of their own, without the invented school
/// that the standalone brings. Arguments: the data folder, then settings as
/// `<service>:<key>=<value>`, where `*` stands for all services. Says [#READY] when every service
/// takes requests.
final class WholeSystem {

    static final String READY = "the whole system is ready";
    static final String BROKER = "the broker is at ";
    static final String DATABASE = "the database is at ";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<String> settings;

    private WholeSystem(List<String> settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        var system = new WholeSystem(List.of(arguments).subList(1, arguments.length));
        Runtime.getRuntime().addShutdownHook(new Thread(system::stop, "stop"));
        try {
            system.start(Path.of(arguments[0]));
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void start(Path data) {
        var database = EmbeddedDatabase.start(data.resolve("postgres"), 0);
        running.push(database);
        var broker = EmbeddedBroker.start(data.resolve("kafka"), 0, Map.of());
        running.push(broker);
        var shared =
                List.of(
                        "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "handbell.kafka.replication=1",
                        // The tests run at any hour.
                        "handbell.quiet-hours.on=false",
                        "server.address=127.0.0.1");
        var stored = "spring.datasource.url=" + database.jdbcUrl("postgres");
        for (var service : Service.values()) {
            run(service, Stream.concat(shared.stream(), Stream.of(stored)));
        }
        System.out.println(BROKER + broker.bootstrapServers());
        System.out.println(DATABASE + database.jdbcUrl("postgres"));
        System.out.println(READY);
    }

    private void run(Service service, Stream<String> common) {
        var name = service.name().toLowerCase(Locale.ROOT);
        var own =
                settings.stream()
                        .filter(s -> s.startsWith(name + ":") || s.startsWith("*:"))
                        .map(s -> s.substring(s.indexOf(':') + 1));
        var arguments =
                Stream.concat(common, own).map(setting -> "--" + setting).toArray(String[]::new);
        running.push(
                new SpringApplicationBuilder(service.application)
                        .properties(Map.of("spring.config.name", service.file))
                        .registerShutdownHook(false)
                        .run(arguments));
    }

    private void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.out.println("did not stop: " + Arrays.toString(e.getStackTrace()));
            }
        }
    }

    /// In the order of their start.
    private enum Service {
        CASES(CaseApplication.class, "case-service"),
        ANALYSIS(AnalysisApplication.class, "analysis-service"),
        INGEST(IngestApplication.class, "ingest-service"),
        NOTIFICATION(NotificationApplication.class, "notification-service");

        private final Class<?> application;
        private final String file;

        Service(Class<?> application, String file) {
            this.application = application;
            this.file = file;
        }
    }
}
