package org.handbell.contract.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/// What all services want of their broker.
///
/// @param replication copies of each partition, 1 or more
/// @param minInsyncReplicas copies that must have a record before it counts as written; 0 derives
///   it: 2 where there are 3 copies or more, else 1
/// @param createTopics whether a service makes the topics that are missing
/// @param waitAtStart longest wait for a broker that does not answer yet, 1 s or more
@ConfigurationProperties("handbell.kafka")
public record KafkaSettings(
        @DefaultValue("1") short replication,
        @DefaultValue("0") int minInsyncReplicas,
        @DefaultValue("true") boolean createTopics,
        @DefaultValue("60s") Duration waitAtStart) {

    private static final int SAFE = 3;

    public KafkaSettings {
        require(replication >= 1, "handbell.kafka.replication is below 1");
        require(
                minInsyncReplicas >= 0 && minInsyncReplicas <= replication,
                "handbell.kafka.min-insync-replicas is not between 0 and handbell.kafka.replication");
        require(
                waitAtStart.compareTo(Duration.ofSeconds(1)) >= 0,
                "handbell.kafka.wait-at-start is shorter than 1 s");
    }

    static KafkaSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("handbell.kafka", KafkaSettings.class);
    }

    /// For topics that are made with so many copies, by a user who may make them.
    public static KafkaSettings replicated(short replication) {
        return new KafkaSettings(replication, 0, true, Duration.ofSeconds(60));
    }

    int insync() {
        if (minInsyncReplicas > 0) {
            return minInsyncReplicas;
        }
        return replication >= SAFE ? 2 : 1;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
