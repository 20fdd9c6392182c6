package org.handbell.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.handbell.embedded.EmbeddedBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/// One real broker for all tests of this JVM: a container where a Docker engine answers, else one
/// in the process. Tests keep apart by topic prefix, group or key, not by broker.
public final class TestKafka {

    private static final String IMAGE =
            System.getProperty("handbell.test.kafka-image", "apache/kafka:4.2.1");

    private TestKafka() {}

    /// `host:port` of the broker; the first call starts it.
    public static String bootstrapServers() {
        return Holder.BOOTSTRAP;
    }

    private static final class Holder {
        static final String BOOTSTRAP =
                Docker.orEmbedded(TestKafka::container, TestKafka::embedded);
    }

    private static String container() {
        var kafka =
                new KafkaContainer(
                                DockerImageName.parse(IMAGE)
                                        .asCompatibleSubstituteFor("apache/kafka"))
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_MESSAGE_MAX_BYTES", "8388608")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    private static String embedded() {
        try {
            var folder = Files.createTempDirectory("handbell-kafka");
            var broker = EmbeddedBroker.start(folder, 0, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-test-broker"));
            return broker.bootstrapServers();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the test broker", e);
        }
    }
}
