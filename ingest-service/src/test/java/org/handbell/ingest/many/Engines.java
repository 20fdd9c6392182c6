package org.handbell.ingest.many;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.handbell.ingest.IngestApplication;
import org.handbell.test.ChildJvm;
import org.handbell.test.TestKafka;

/// Two ingest processes that read the same accounts; whoever is killed is started anew.
final class Engines implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("process running for ([0-9.]+)\\)");
    private static final Duration UNTIL_NEWS = Duration.ofSeconds(15);
    private static final int LONGEST_MILLIS_AFTER_NEWS = 40;

    private final ManyAccounts many;
    private final Map<String, String> settings;
    private final Random random;
    private final Map<String, ChildJvm> running = new HashMap<>();
    private Duration slowestStart = Duration.ZERO;

    Engines(ManyAccounts many, Map<String, String> settings, Random random) {
        this.many = many;
        this.settings = settings;
        this.random = random;
        start("engine-a");
        start("engine-b");
    }

    /// What an engine needs to read these accounts in a group of its own.
    static Map<String, String> settings(ManyAccounts many, String run, Path folder) {
        return Map.of(
                "spring.config.name",
                "ingest-service",
                "spring.main.web-application-type",
                "none",
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "handbell.ingest.group",
                "many-" + run,
                "handbell.ingest.fingerprint-key-file",
                folder.resolve("key").toString(),
                "handbell.ingest.http.allowed-private",
                String.join(",", many.hostPorts()));
    }

    /// Kills one of the two as `kill -9` does: most often shortly after it was given news, which it
    /// is then about to write; else at any time, be it still starting.
    ///
    /// @return whether it was just given news
    boolean killOne() {
        var name = random.nextBoolean() ? "engine-a" : "engine-b";
        var hasNews = random.nextInt(4) > 0 && awaitNews(name);
        var victim = running.get(name);
        if (victim == null || !victim.alive()) {
            throw new AssertionError(name + " ended by itself: " + output(name));
        }
        noteStart(victim.output());
        victim.kill();
        start(name);
        return hasNews;
    }

    /// The longest that any of them has taken to start so far: how busy the machine is.
    Duration slowestStart() {
        running.values().forEach(engine -> noteStart(engine.output()));
        return slowestStart;
    }

    private void noteStart(String output) {
        var started = STARTED.matcher(output);
        if (started.find()) {
            var took = Duration.ofMillis((long) (Double.parseDouble(started.group(1)) * 1000));
            slowestStart = took.compareTo(slowestStart) > 0 ? took : slowestStart;
        }
    }

    /// What the engine has printed.
    String output(String name) {
        var engine = running.get(name);
        return engine == null ? "" : engine.output();
    }

    @Override
    public void close() {
        running.values().forEach(ChildJvm::close);
    }

    private boolean awaitNews(String name) {
        try {
            var wait = random.nextInt(LONGEST_MILLIS_AFTER_NEWS);
            many.newsFor(name)
                    .thenRunAsync(() -> {}, delayedExecutor(wait, TimeUnit.MILLISECONDS))
                    .get(UNTIL_NEWS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String name) {
        var own = new HashMap<>(settings);
        own.put("handbell.ingest.http.contact", name);
        running.put(name, ChildJvm.start(IngestApplication.class, own));
    }
}
