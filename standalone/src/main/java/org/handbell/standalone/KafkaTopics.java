package org.handbell.standalone;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;

/// All topics, made before the first service looks for them.
final class KafkaTopics {

    private KafkaTopics() {}

    static void make(String bootstrapServers) {
        Map<String, Object> where =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var admin = Admin.create(where)) {
            new TopicSetup(admin, (short) 1).ensure(Topics.all());
        }
    }
}
