package org.handbell.contract.start;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;

/// Makes the topics that are missing, or says how a person makes them.
final class TopicMaking {

    private final Admin admin;
    private final Broker broker;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> made = new LinkedHashSet<>();

    TopicMaking(Admin admin, Broker broker) {
        this.admin = admin;
        this.broker = broker;
    }

    /// Makes them; what could not be made is a problem.
    void make(Collection<NewTopic> missing) {
        var answers = admin.createTopics(missing).values();
        for (var topic : missing) {
            var future = answers.get(topic.name());
            if (future == null) {
                continue;
            }
            var answer = Answer.of(future, "create " + topic.name());
            // Another service may have made it in between.
            if (answer instanceof Answer.Given
                    || answer.isRefusedWith(TopicExistsException.class)) {
                made.add(topic.name());
            } else if (answer instanceof Answer.Refused<Void>(var error)) {
                problems.add(problem(topic, error));
            }
        }
    }

    /// Leaves them to a person.
    void leave(Collection<NewTopic> missing) {
        missing.forEach(topic ->
                problems.add(
                        new Problem(
                                "topic "
                                        + topic.name()
                                        + " is missing, and topics are not made here",
                                byHand(topic) + "\nor set handbell.kafka.create-topics=true")));
    }

    List<Problem> problems() {
        return problems;
    }

    Set<String> made() {
        return made;
    }

    private Problem problem(NewTopic topic, Throwable error) {
        if (error instanceof AuthorizationException) {
            var create = Right.topic(topic.name(), AclOperation.CREATE);
            return new Problem(
                    "topic %s is missing, and %s has no right %s"
                            .formatted(topic.name(), broker.principal(), create),
                    byHand(topic)
                            + "\nor let the service make it: "
                            + create.command(broker.address(), broker.principal()));
        }
        if (error instanceof InvalidReplicationFactorException) {
            return new Problem(
                    "topic %s needs %d copies (handbell.kafka.replication), and Kafka has fewer brokers: %s"
                            .formatted(topic.name(), topic.replicationFactor(), error.getMessage()),
                    "set handbell.kafka.replication (KAFKA_REPLICATION) to at most the number of brokers, or add brokers");
        }
        return new Problem(
                "topic %s is missing and could not be made: %s"
                        .formatted(topic.name(), error.getMessage()),
                byHand(topic));
    }

    private String byHand(NewTopic topic) {
        return "make it: " + WantedTopics.command(topic, broker.address());
    }
}
