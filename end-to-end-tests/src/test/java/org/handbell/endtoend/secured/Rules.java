package org.handbell.endtoend.secured;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.handbell.contract.start.Right;

/// Rights as the broker's own rules: one for each operation, as a person would take one away.
final class Rules {

    private Rules() {}

    static List<AclBinding> of(String user, Collection<Right> rights) {
        return rights.stream().flatMap(right -> of(user, right)).toList();
    }

    private static Stream<AclBinding> of(String user, Right right) {
        return right.operations().stream().map(operation -> of(user, right, operation));
    }

    static AclBinding of(String user, Right right, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(right.type(), right.name(), right.pattern()),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
