package org.handbell.contract.start;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.handbell.contract.Topic;

/// Topics and their dead letters as they should be on the broker, by name.
record WantedTopics(Map<String, NewTopic> byName) {

    static WantedTopics of(Collection<? extends Topic<?>> topics, KafkaSettings settings) {
        var wanted = new LinkedHashMap<String, NewTopic>();
        for (var topic : topics) {
            add(wanted, topic.name(), topic.partitions(), topic.configuration(), settings);
            add(wanted, topic.deadLetters(), 1, topic.deadLetterConfiguration(), settings);
        }
        return new WantedTopics(wanted);
    }

    private static void add(
            Map<String, NewTopic> wanted,
            String name,
            int partitions,
            Map<String, String> configuration,
            KafkaSettings settings) {
        var all = new HashMap<>(configuration);
        if (settings.replication() > 1) {
            all.put("min.insync.replicas", Integer.toString(settings.insync()));
        }
        wanted.put(name, new NewTopic(name, partitions, settings.replication()).configs(all));
    }

    /// What makes a topic by hand.
    static String command(NewTopic topic, String broker) {
        var settings =
                topic.configs().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> " --config " + e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining());
        return "kafka-topics.sh --bootstrap-server %s --command-config admin.properties --create --topic %s --partitions %d --replication-factor %d%s"
                .formatted(
                        broker,
                        topic.name(),
                        topic.numPartitions(),
                        topic.replicationFactor(),
                        settings);
    }
}
