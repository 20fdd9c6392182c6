package org.handbell.standalone.deadletter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.handbell.operations.logging.LogGuard;
import org.handbell.standalone.broker.BrokerOptions;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.StandardEnvironment;

/// `./handbell dlt`: asks the broker of the Handbell that runs on the folder `HANDBELL_DATA`
/// (`data`), or the one that `--kafka`, `--config` or the environment names.
public final class DeadLetterApplication {

    private DeadLetterApplication() {}

    public static void main(String... words) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        LogGuard.install();
        var answer = LoggerFactory.getLogger("handbell.progress");
        try {
            var options = BrokerOptions.of(List.of(words));
            try (var letters = DeadLetters.on(client(options))) {
                answer.info(new DeadLetterCommand(letters).answer(options.words()));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            answer.error(e.getMessage());
            System.exit(1);
        } catch (KafkaException e) {
            answer.error("the broker refuses: {}", e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, Object> client(BrokerOptions options) {
        var data = Path.of(System.getenv().getOrDefault("HANDBELL_DATA", "data"));
        return options.client(new StandardEnvironment(), data)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Handbell does not run here: start it with ./handbell up, or name its folder in HANDBELL_DATA, or a broker with --kafka or in KAFKA_BOOTSTRAP_SERVERS."));
    }
}
