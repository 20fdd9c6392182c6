package org.handbell.standalone.deadletter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handbell.contract.wire.Json;
import org.handbell.operations.logging.LogGuard;
import org.slf4j.LoggerFactory;

/// `./handbell dlt`: asks the broker of the Handbell that runs on the folder `HANDBELL_DATA`
/// (`data`), or the one that `KAFKA_BOOTSTRAP_SERVERS` names.
public final class DeadLetterApplication {

    private DeadLetterApplication() {}

    public static void main(String... words) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        LogGuard.install();
        var answer = LoggerFactory.getLogger("handbell.progress");
        try (var letters = DeadLetters.on(broker())) {
            answer.info(new DeadLetterCommand(letters).answer(List.of(words)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            answer.error(e.getMessage());
            System.exit(1);
        }
    }

    private static String broker() {
        var named = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        if (named != null && !named.isBlank()) {
            return named;
        }
        var ports = Path.of(System.getenv().getOrDefault("HANDBELL_DATA", "data"), "ports.json");
        if (!Files.exists(ports)) {
            throw new IllegalStateException(
                    "Handbell does not run here: start it with ./handbell up, or name its folder in HANDBELL_DATA, or a broker in KAFKA_BOOTSTRAP_SERVERS.");
        }
        return "127.0.0.1:" + Json.mapper().readValue(ports.toFile(), Map.class).get("kafka");
    }
}
