package org.handbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Holds `asyncapi.yaml`, which others read, against the records, which we run.
class AsyncApiTest {

    private static final JsonNode API =
            new YAMLMapper().readTree(AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml"));

    @Test
    void everyTopicIsAChannelWithItsPartitions() {
        var channels = API.path("channels").valueStream().toList();
        assertThat(channels.stream().map(c -> c.path("address").asString()))
                .containsExactlyElementsOf(Topics.all().stream().map(Topic::name).toList());
        assertThat(channels.stream().map(c -> c.at("/bindings/kafka/partitions").asInt()))
                .containsExactlyElementsOf(Topics.all().stream().map(Topic::partitions).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyMemberOfAFamilyIsAMessage(Topic<?> topic) {
        var channel = API.path("channels").path(topic.name().replace(".", ""));
        assertThat(channel.path("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(topic.family().getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("members")
    void everyRecordHasTheFieldsThatItsSchemaNames(Class<?> member) {
        var schema = API.path("components").path("schemas").path(name(member));
        assertThat(schema.path("properties").propertyNames())
                .as(name(member))
                .containsExactlyElementsOf(names(member, component -> true));
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .as(name(member) + " required")
                .containsExactlyElementsOf(names(member, AsyncApiTest::isRequired));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyEnumHasTheValuesThatItsSchemaNames(Class<? extends Enum<?>> type) {
        var schema = API.path("components").path("schemas").path(name(type));
        assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
                .as(name(type))
                .containsExactlyElementsOf(
                        Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    static Stream<Topic<?>> topics() {
        return Topics.all().stream();
    }

    static Stream<Class<?>> members() {
        var members =
                Topics.all().stream()
                        .flatMap(topic -> Arrays.stream(topic.family().getPermittedSubclasses()))
                        .filter(member -> !Tombstone.class.isAssignableFrom(member));
        var parts =
                Stream.of(
                        Post.class,
                        Post.Media.class,
                        Post.Engaged.class,
                        Coverage.class,
                        Finding.class,
                        Finding.Span.class,
                        Finding.Exemption.class,
                        Finding.Explanation.class,
                        Finding.Hit.class,
                        Finding.SecondOpinion.class,
                        AccountEvent.Gates.class,
                        AlertEvent.Rung.class,
                        RegisterEvent.Break.class,
                        RegisterEvent.HashedWindow.class);
        return Stream.concat(members, parts);
    }

    static Stream<Class<? extends Enum<?>>> enums() {
        return Stream.of(
                Severity.class,
                Finding.Verdict.class,
                Channel.class,
                Route.class,
                Platform.class,
                Action.class,
                Coverage.Proof.class,
                Coverage.Kind.class,
                Coverage.Sight.class,
                Post.MediaType.class,
                AccountEvent.Kind.class,
                RegisterEvent.HashedKind.class,
                RegisterEvent.Form.class);
    }

    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }

    private static List<String> names(
            Class<?> member, java.util.function.Predicate<RecordComponent> which) {
        return Arrays.stream(member.getRecordComponents())
                .filter(which)
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
