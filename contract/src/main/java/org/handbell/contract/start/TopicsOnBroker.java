package org.handbell.contract.start;

import java.util.Collection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.handbell.contract.Topic;

/// Topics alone, for whoever has an administrator already and all rights.
public final class TopicsOnBroker {

    private TopicsOnBroker() {}

    /// Makes each topic and its dead letters where they are missing, then checks them.
    ///
    /// @throws NotReadyException naming each topic and setting that is out of bounds
    public static void ensure(
            Admin admin, Collection<? extends Topic<?>> topics, KafkaSettings settings) {
        var broker = new Broker(address(admin), "User:ANONYMOUS");
        var result = new TopicCheck(admin, broker, settings).run(WantedTopics.of(topics, settings));
        if (!result.problems().isEmpty()) {
            throw new NotReadyException(
                    "the topics on Kafka at %s are not as they must be".formatted(broker.address()),
                    result.problems());
        }
    }

    private static String address(Admin admin) {
        var nodes = Answer.value(admin.describeCluster().nodes(), "describe the cluster");
        return nodes.stream().findFirst().map(TopicsOnBroker::address).orElse("an unknown address");
    }

    private static String address(Node node) {
        return node.host() + ":" + node.port();
    }
}
