package org.handbell.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.handbell.embedded.EmbeddedBroker;
import org.handbell.embedded.EmbeddedDatabase;
import org.handbell.standalone.mail.MailCatcher;
import org.handbell.standalone.mail.Mailbox;
import org.handbell.standalone.platform.LocalPlatform;
import org.handbell.standalone.web.Door;
import org.springframework.context.ConfigurableApplicationContext;

/// Everything, running: broker, database, mail catcher, local platform and the four services.
final class Standalone implements AutoCloseable {

    private final Parts parts = new Parts();
    private final Options options;
    private final Progress progress;
    private final Clock clock;

    Standalone(Options options, Progress progress, Clock clock) {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /// Starts all parts and returns when every one takes requests. Where one fails, whoever called
    /// closes this, which stops those that run already.
    void start() {
        var data = parts.add("the data folder", DataFolder.take(options.data(), clock));
        var ports = options.ports();
        ports.requireFree();
        progress.say("Starting the broker and the database …");
        var database = background(() -> database(data));
        var broker = background(() -> broker(data));
        var mailbox = Mailbox.open(data.path("mail"), clock);
        parts.add(
                "the mail catcher",
                MailCatcher.start(
                        mailbox, Door.loopback(ports.smtp()), Door.loopback(ports.mailWeb())));
        var platform = platform(data);
        var services =
                new Services(
                        data, ports, done(broker).bootstrapServers(), done(database), platform);
        data.writePorts(ports);
        startServices(services, InventedTrust.write(data, platform.base()));
        parts.add("the local platform", platform);
        platform.begin();
    }

    private void startServices(Services services, Path trust) {
        progress.say("Starting the four services …");
        var cases = background(() -> service("the desk", () -> services.cases(trust)));
        var others =
                background(() -> {
                    service("ingest", services::ingest);
                    service("analysis", services::analysis);
                    return service("notification", services::notification);
                });
        List.of(cases, others).forEach(Standalone::done);
    }

    private ConfigurableApplicationContext service(
            String name, Supplier<ConfigurableApplicationContext> starting) {
        try {
            var context = parts.add(name, starting.get());
            progress.say("  " + name + " is up");
            return context;
        } catch (RuntimeException e) {
            throw new IllegalStateException(name + " did not start: " + rootCause(e), e);
        }
    }

    private EmbeddedDatabase database(DataFolder data) {
        var database = parts.add("the database", EmbeddedDatabase.start(data.path("postgres"), 0));
        JdbcDatabases.make(database);
        progress.say("  the database is up");
        return database;
    }

    private EmbeddedBroker broker(DataFolder data) {
        var broker =
                parts.add(
                        "the broker",
                        EmbeddedBroker.start(
                                data.path("kafka"), options.ports().kafka(), Map.of()));
        KafkaTopics.make(broker.bootstrapServers());
        progress.say("  the broker is up");
        return broker;
    }

    private LocalPlatform platform(DataFolder data) {
        return LocalPlatform.start(
                data.path("platform.json"), Door.loopback(options.ports().platform()), clock);
    }

    private static <T> CompletableFuture<T> background(Supplier<T> work) {
        var thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("start").factory());
        try {
            return CompletableFuture.supplyAsync(work, thread);
        } finally {
            thread.shutdown();
        }
    }

    private static <T> T done(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String rootCause(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /// Stops all parts that run, in the opposite order of their start.
    @Override
    public void close() {
        parts.close();
    }
}
