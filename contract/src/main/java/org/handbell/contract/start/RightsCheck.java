package org.handbell.contract.start;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;

/// Which rights of its list a user lacks. What may be done with a topic the broker tells; for a
/// group and a transactional id there is nothing to ask before they exist, so the right is tried in
/// a way that changes nothing.
final class RightsCheck {

    /// No topic of that name is ever made.
    private static final TopicPartition NOWHERE = new TopicPartition("handbell.start-check", 0);

    private final Admin admin;
    private final Broker broker;

    RightsCheck(Admin admin, Broker broker) {
        this.admin = admin;
        this.broker = broker;
    }

    List<Problem> problems(Collection<Right> rights, FoundTopics found) {
        var problems = new ArrayList<Problem>();
        for (var right : rights) {
            missing(right, found).map(this::problem).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Right> missing(Right right, FoundTopics found) {
        return switch (right.type()) {
            case TOPIC -> onTopic(right, found);
            case GROUP ->
                    right.operations().contains(AclOperation.READ)
                            ? refused(right, mayUseGroup(right.name()))
                            : Optional.empty();
            case TRANSACTIONAL_ID -> refused(right, mayUseTransactionalId(right));
            default -> Optional.empty();
        };
    }

    private static Optional<Right> onTopic(Right right, FoundTopics found) {
        if (found.hidden().contains(right.name())) {
            return Optional.of(right);
        }
        var topic = found.present().get(right.name());
        if (topic == null || topic.authorizedOperations() == null) {
            return Optional.empty();
        }
        var missing = EnumSet.copyOf(right.operations());
        missing.removeAll(topic.authorizedOperations());
        return missing.isEmpty() ? Optional.empty() : Optional.of(right.only(missing));
    }

    private static Optional<Right> refused(Right right, boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(right);
    }

    /// Commits an offset of a topic that is not there: the broker looks at the group's right first,
    /// and then keeps nothing.
    private boolean mayUseGroup(String group) {
        var commit =
                admin.alterConsumerGroupOffsets(group, Map.of(NOWHERE, new OffsetAndMetadata(0)));
        return !Answer.of(commit.all(), "try group " + group)
                .isRefusedWith(GroupAuthorizationException.class);
    }

    /// Opens an id that nobody else has; where there is but one id, opening it would put off
    /// whoever works with it.
    private boolean mayUseTransactionalId(Right right) {
        if (right.pattern() == PatternType.LITERAL) {
            return true;
        }
        var id = right.name() + "start-check";
        var opened = admin.fenceProducers(Set.of(id)).fencedProducers().get(id);
        return opened == null
                || !Answer.of(opened, "try transactional id " + id)
                        .isRefusedWith(TransactionalIdAuthorizationException.class);
    }

    private Problem problem(Right missing) {
        return new Problem(
                "%s has no right %s".formatted(broker.principal(), missing),
                missing.command(broker.address(), broker.principal())
                        + "\nor in Strimzi's KafkaUser, under spec.authorization.acls: "
                        + strimzi(missing));
    }

    private static String strimzi(Right right) {
        return "{resource: {type: %s, name: %s, patternType: %s}, operations: [%s]}"
                .formatted(
                        right.typeName(),
                        right.name(),
                        right.patternName(),
                        String.join(", ", right.operationNames()));
    }
}
