package org.handbell.contract.start;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/// Something that a user may do on the broker. Read, Write and Delete include Describe, as they do
/// on the broker.
///
/// @param name of the topic, group or transactional id, or its beginning
/// @param pattern literal, or prefixed where the name is a beginning
/// @param operations in the order of the broker's own list
public record Right(
        ResourceType type, String name, PatternType pattern, Set<AclOperation> operations) {

    public Right {
        operations = Set.copyOf(operations);
    }

    static Right topic(String name, AclOperation... operations) {
        return new Right(ResourceType.TOPIC, name, PatternType.LITERAL, Set.of(operations));
    }

    Right only(Set<AclOperation> some) {
        return new Right(type, name, pattern, some);
    }

    /// The operations as the tools spell them: `DescribeConfigs`, `Read`.
    public List<String> operationNames() {
        return EnumSet.copyOf(operations).stream().map(Right::spelled).toList();
    }

    /// The type as Strimzi spells it: `topic`, `group`, `transactionalId`.
    public String typeName() {
        return type == ResourceType.TRANSACTIONAL_ID
                ? "transactionalId"
                : type.name().toLowerCase(Locale.ROOT);
    }

    /// The pattern as Strimzi spells it: `literal` or `prefix`.
    public String patternName() {
        return pattern == PatternType.PREFIXED ? "prefix" : "literal";
    }

    /// `Read on topic posts.v1`.
    @Override
    public String toString() {
        var names = pattern == PatternType.PREFIXED ? name + "*" : name;
        return "%s on %s %s"
                .formatted(String.join(" and ", operationNames()), typeInWords(), names);
    }

    /// What gives this right.
    ///
    /// @param broker `host:port`
    /// @param principal as the broker knows the user: `User:handbell-ingest`
    public String command(String broker, String principal) {
        var operations =
                operationNames().stream()
                        .map(operation -> " --operation " + operation)
                        .collect(Collectors.joining());
        return "kafka-acls.sh --bootstrap-server %s --command-config admin.properties --add --allow-principal %s%s --%s %s%s"
                .formatted(
                        broker,
                        quoted(principal),
                        operations,
                        typeInWords().replace(' ', '-'),
                        name,
                        pattern == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "");
    }

    private String typeInWords() {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String quoted(String principal) {
        return principal.contains(" ") || principal.contains("<")
                ? "'" + principal + "'"
                : principal;
    }

    private static String spelled(AclOperation operation) {
        return List.of(operation.name().split("_")).stream()
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
