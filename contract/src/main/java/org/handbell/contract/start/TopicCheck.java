package org.handbell.contract.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// Topics as they should be: made where they are missing, compared where they are there.
final class TopicCheck {

    private final Admin admin;
    private final Broker broker;
    private final KafkaSettings settings;

    TopicCheck(Admin admin, Broker broker, KafkaSettings settings) {
        this.admin = admin;
        this.broker = broker;
        this.settings = settings;
    }

    /// What was found, after the missing ones were made, and what is wrong with it.
    Result run(WantedTopics wanted) {
        var names = wanted.byName().keySet();
        var found = FoundTopics.look(admin, names);
        var making = new TopicMaking(admin, broker);
        var missing =
                wanted.byName().values().stream()
                        .filter(topic -> found.missing().contains(topic.name()))
                        .toList();
        if (settings.createTopics() && !missing.isEmpty()) {
            making.make(missing);
        } else {
            making.leave(missing);
        }
        var now =
                making.made().isEmpty() ? found : FoundTopics.lookFor(admin, names, making.made());
        var problems = new ArrayList<>(making.problems());
        problems.addAll(differences(wanted, now));
        return new Result(now, problems);
    }

    private List<Problem> differences(WantedTopics wanted, FoundTopics found) {
        var resources =
                found.present().values().stream()
                        .filter(TopicCheck::settingsAreShown)
                        .map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t.name()))
                        .toList();
        var configs = admin.describeConfigs(resources).values();
        var problems = new ArrayList<Problem>();
        for (var should : wanted.byName().values()) {
            var topic = found.present().get(should.name());
            if (topic == null) {
                continue;
            }
            var differences = new TopicDifferences(should, broker);
            problems.addAll(differences.shape(topic));
            config(configs, topic.name())
                    .flatMap(c -> differences.settings(c, TopicDifferences.copiesOf(topic)))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /// Without that right the missing right is the problem, and is told as such.
    private static boolean settingsAreShown(TopicDescription topic) {
        var allowed = topic.authorizedOperations();
        return allowed == null || allowed.contains(AclOperation.DESCRIBE_CONFIGS);
    }

    private static Optional<Config> config(
            Map<ConfigResource, KafkaFuture<Config>> configs, String topic) {
        var future = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic));
        if (future == null) {
            return Optional.empty();
        }
        var answer = Answer.of(future, "describe the settings of " + topic);
        if (answer.isRefusedWith(TopicAuthorizationException.class)) {
            return Optional.empty();
        }
        return Optional.of(Answer.value(future, "describe the settings of " + topic));
    }

    /// @param found after the missing topics were made
    record Result(FoundTopics found, List<Problem> problems) {}
}
