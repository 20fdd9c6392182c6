package org.handbell.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.handbell.contract.Event;
import org.handbell.contract.SampleEvents;
import org.handbell.contract.Tombstone;
import org.handbell.contract.Topic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The samples are what is on disks and in other people's brokers: a renamed field breaks the
/// build.
class GoldenSamplesTest {

    @TestFactory
    Stream<DynamicTest> everyMemberIsWrittenAsItsSampleSays() {
        return cases(this::isWrittenAsItsSample);
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsReadAndWrittenBackUnchanged() {
        return cases((topic, event) -> {
            var sample = sample(topic, event);
            var read = Json.mapper().treeToValue(sample, event.getClass());
            assertThat(written(read)).isEqualTo(sample);
        });
    }

    @TestFactory
    Stream<DynamicTest> aReaderPassesOverFieldsOfANewerWriter() {
        return cases((topic, event) -> {
            var newer = sample(topic, event).asObject().deepCopy();
            newer.put("fieldOfTheFuture", 1);
            var read = Json.mapper().treeToValue(newer, event.getClass());
            assertThat(written(read)).isEqualTo(sample(topic, event));
        });
    }

    private <E extends Event> void isWrittenAsItsSample(Topic<E> topic, Event event) {
        var wire = Wire.of(topic);
        var member = topic.family().cast(event);
        assertThat(wire.type(member))
                .isEqualTo("org.handbell." + topic.name() + "." + event.getClass().getSimpleName());
        assertThat(wire.headers(member, "/handbell/test"))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", event.eventId());
        if (event instanceof Tombstone) {
            assertThat(wire.value(member)).isNull();
        }
        assertThat(written(event)).isEqualTo(sample(topic, event));
    }

    private static JsonNode sample(Topic<?> topic, Event event) {
        var name = "/samples/" + topic.name() + "/" + event.getClass().getSimpleName() + ".json";
        try (var in = GoldenSamplesTest.class.getResourceAsStream(name)) {
            assertThat(in).as("golden sample " + name).isNotNull();
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the bytes say it: a tree made from an object keeps Java's number types, which the wire
    /// does not have.
    private static JsonNode written(Object event) {
        return Json.mapper().readTree(Json.mapper().writeValueAsBytes(event));
    }

    private interface Check {
        void run(Topic<?> topic, Event event);
    }

    private static Stream<DynamicTest> cases(Check check) {
        return SampleEvents.byTopic().entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream()
                                .map(event ->
                                        DynamicTest.dynamicTest(
                                                entry.getKey().name()
                                                        + " "
                                                        + event.getClass().getSimpleName(),
                                                () -> check.run(entry.getKey(), event))));
    }

    @TestFactory
    Stream<DynamicTest> everyMemberOfEveryFamilyHasASample() {
        return SampleEvents.byTopic().entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey().name(),
                                () ->
                                        assertThat(entry.getValue().stream().map(Object::getClass))
                                                .containsExactlyInAnyOrder(
                                                        entry.getKey()
                                                                .family()
                                                                .getPermittedSubclasses())));
    }

    @org.junit.jupiter.api.Test
    void aRecordThatIsNoEventIsNamedWithoutItsContent() {
        var wire = Wire.of(org.handbell.contract.Topics.POSTS);
        var time = Instant.EPOCH;
        var type = "org.handbell.posts.v1.Withdrawn";
        assertThat(reason(() -> wire.read(null, "k", new byte[] {1}, time)))
                .isEqualTo("posts.v1: header ce_type is missing, none of this topic's");
        assertThat(reason(() -> wire.read("some person's words", "k", new byte[] {1}, time)))
                .doesNotContain("person");
        assertThat(reason(() -> wire.read(type, "k", bytes("{\"postId\": \"secret"), time)))
                .contains("posts.v1 Withdrawn: not JSON")
                .doesNotContain("secret");
        assertThat(reason(() -> wire.read(type, "k", bytes("{\"postId\": \"secret\"}"), time)))
                .isEqualTo("posts.v1 Withdrawn: accountId is missing");
        assertThat(
                        reason(() ->
                                wire.read(
                                        type,
                                        "k",
                                        bytes(
                                                "{\"postId\":\"p\",\"accountId\":\"a\",\"at\":\"secret\"}"),
                                        time)))
                .contains("field at does not fit")
                .doesNotContain("secret");
        assertThat(reason(() -> wire.read(type, "k", null, time)))
                .isEqualTo("posts.v1: a record without a value");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        var thrown = org.assertj.core.api.Assertions.catchThrowable(reading);
        assertThat(thrown).isInstanceOf(UnreadableEventException.class);
        return String.valueOf(thrown.getMessage());
    }
}
