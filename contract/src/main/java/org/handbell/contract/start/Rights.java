package org.handbell.contract.start;

import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.handbell.contract.Topic;

/// What each user of the broker may do, and nothing more; follows from what it reads and writes.
/// `rights.yaml` beside this module's AsyncAPI file holds the same for others to read.
public final class Rights {

    private static final String HEAD =
            """
            # What each user of the broker may do, and nothing more: in the words of Strimzi's KafkaUser.
            # Read, Write and Delete include Describe. Where the services make their topics themselves
            # (handbell.kafka.create-topics=true), add Create to every topic.
            # Printed by ./handbell acls --yaml; a test holds this file against the code.
            """;

    private Rights() {}

    /// With the names of groups and transactional ids as they are by default.
    public static List<Right> of(BrokerUser user) {
        return of(user, user.group());
    }

    /// @param group the group, or the beginning of the groups, that the user was given instead of
    ///   its usual one; transactional ids of ingest begin with it too
    public static List<Right> of(BrokerUser user, String group) {
        var rights = new ArrayList<Right>();
        for (var topic : user.topics()) {
            rights.add(onTopic(user, topic));
            rights.add(onDeadLetters(user, topic));
        }
        rights.add(new Right(ResourceType.GROUP, group, user.groupPattern(), EnumSet.of(READ)));
        var transactional = user.transactionalId();
        if (transactional != null) {
            rights.add(
                    new Right(
                            ResourceType.TRANSACTIONAL_ID,
                            transactional.replaceFirst("^" + user.group(), group),
                            user.transactionalIdPattern(),
                            EnumSet.of(WRITE)));
        }
        if (user == BrokerUser.OPERATOR) {
            rights.addAll(toLookAtGroups());
        }
        return rights;
    }

    /// The rights with Create on each topic, for a broker on which the services make their topics.
    public static List<Right> withCreation(List<Right> rights) {
        return rights.stream().map(Rights::withCreation).toList();
    }

    private static Right withCreation(Right right) {
        if (right.type() != ResourceType.TOPIC) {
            return right;
        }
        var more = EnumSet.copyOf(right.operations());
        more.add(AclOperation.CREATE);
        return right.only(more);
    }

    private static Right onTopic(BrokerUser user, Topic<?> topic) {
        var operations = EnumSet.of(DESCRIBE_CONFIGS);
        if (user.reads().contains(topic)) {
            operations.add(READ);
        }
        if (user == BrokerUser.OPERATOR && topic.compacted()) {
            // Nobody puts aside what a table held, so there is nothing to send to it again.
            operations.add(DESCRIBE);
        } else if (user.writes().contains(topic)) {
            operations.add(WRITE);
        }
        return Right.topic(topic.name(), operations.toArray(AclOperation[]::new));
    }

    /// Whoever made the topic made its dead letters too, and checks how long they are kept.
    private static Right onDeadLetters(BrokerUser user, Topic<?> topic) {
        if (user == BrokerUser.OPERATOR) {
            return Right.topic(topic.deadLetters(), READ, DELETE, DESCRIBE_CONFIGS);
        }
        return Right.topic(
                topic.deadLetters(), user.putsAside(topic) ? WRITE : DESCRIBE, DESCRIBE_CONFIGS);
    }

    private static List<Right> toLookAtGroups() {
        return Stream.of(BrokerUser.values())
                .filter(user -> user != BrokerUser.OPERATOR)
                .map(user ->
                        new Right(
                                ResourceType.GROUP,
                                user.group(),
                                user.groupPattern(),
                                EnumSet.of(DESCRIBE)))
                .toList();
    }

    /// The table as `rights.yaml` has it.
    public static String yaml() {
        return Stream.of(BrokerUser.values())
                .map(user ->
                        user.label()
                                + ":\n"
                                + of(user).stream()
                                        .map(Rights::line)
                                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String line(Right right) {
        return "  - {type: %s, name: %s, patternType: %s, operations: [%s]}"
                .formatted(
                        right.typeName(),
                        right.name(),
                        right.patternName(),
                        String.join(", ", right.operationNames()));
    }
}
