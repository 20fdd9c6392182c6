package org.handbell.standalone.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.handbell.contract.Topic;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.TopicSetup;
import org.handbell.contract.wire.Wire;
import org.handbell.standalone.deadletter.DeadLetter.State;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {

    private static final Topic<?> TOPIC = Topics.ALERTS;
    private static final Instant WRITTEN =
            Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);

    private DeadLetters letters;

    @BeforeAll
    static void topics() {
        try (var admin =
                Admin.create(
                        Map.<String, Object>of(
                                "bootstrap.servers", TestKafka.bootstrapServers()))) {
            new TopicSetup(admin, (short) 1).ensure(List.of(TOPIC));
        }
    }

    @BeforeEach
    void connect() {
        letters = DeadLetters.on(TestKafka.bootstrapServers());
        letters.discard(TOPIC.name(), null);
    }

    @AfterEach
    void disconnect() {
        letters.close();
    }

    @Test
    void theListSaysWhyAndNeverWhat() {
        put("one");

        var answer = new DeadLetterCommand(letters).answer(List.of("list"));

        assertThat(answer)
                .contains("alerts.v1.dlt", "open", "field at does not fit", "notification");
        assertThat(answer).doesNotContain("one").doesNotContain("case-1");
    }

    @Test
    void aReplayKeepsKeyValueHeadersTimeAndOrder() {
        put("one");
        put("two");
        var before = onTopic().size();

        assertThat(letters.replay("alerts.v1", null)).isEqualTo(2);

        var sent = onTopic().subList(before, before + 2);
        assertThat(sent).extracting(r -> text(r.value())).containsExactly("one", "two");
        assertThat(sent).extracting(r -> text(r.key())).containsOnly("case-1");
        assertThat(sent).extracting(ConsumerRecord::timestamp).containsOnly(WRITTEN.toEpochMilli());
        assertThat(Wire.header(sent.getFirst(), "ce_type"))
                .hasValue("org.handbell.alerts.v1.Raised");
        assertThat(Wire.header(sent.getFirst(), "handbell_error")).isEmpty();
    }

    @Test
    void whatIsDoneIsErased() {
        put("one");

        letters.replay("alerts.v1.dlt", null);

        assertThat(letters.list("alerts.v1")).isEmpty();
        assertThat(letters.open()).doesNotContainKey("alerts.v1.dlt");
        assertThat(letters.replay("alerts.v1", null)).isZero();
    }

    @Test
    void oneThatIsDoneBehindAnOpenOneIsMarked() {
        put("one");
        put("two");
        var second = letters.list("alerts.v1").getLast().offset();

        letters.replay("alerts.v1", second);

        assertThat(letters.list("alerts.v1"))
                .extracting(DeadLetter::state)
                .containsExactly(State.OPEN, State.REPLAYED);
        assertThatThrownBy(() -> letters.replay("alerts.v1", second))
                .hasMessageContaining("no open record at offset " + second);
    }

    @Test
    void oneThatIsDiscardedIsNeverSent() {
        put("one");
        var before = onTopic().size();
        var offset = letters.list("alerts.v1").getFirst().offset();

        letters.discard("alerts.v1", offset);

        assertThat(letters.replay("alerts.v1", null)).isZero();
        assertThat(onTopic()).hasSize(before);
    }

    @Test
    void anUnknownTopicIsNamed() {
        assertThatThrownBy(() -> letters.list("gossip.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no topic gossip.v1.dlt");
    }

    @Test
    void marksFitIntoTheBrokersBound() {
        var handled = new Handled[] {Handled.nothing()};

        assertThatThrownBy(() ->
                        IntStream.rangeClosed(1, 1000)
                                .forEach(i -> handled[0] = handled[0].with(i, State.REPLAYED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("oldest first");
        assertThat(Handled.parse(0, handled[0].metadata())).isEqualTo(handled[0]);
    }

    private static void put(String value) {
        var headers =
                List.of(
                        header("ce_type", "org.handbell.alerts.v1.Raised"),
                        header("handbell_error", "field at does not fit"),
                        header("handbell_reader", "notification"));
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                    new ProducerRecord<>(
                            TOPIC.deadLetters(),
                            0,
                            WRITTEN.toEpochMilli(),
                            bytes("case-1"),
                            bytes(value),
                            List.copyOf(headers)));
        }
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    /// All records of one key are on one partition, so their order is that of the topic.
    private static List<ConsumerRecord<byte[], byte[]>> onTopic() {
        var partitions =
                IntStream.range(0, TOPIC.partitions())
                        .mapToObj(i -> new TopicPartition(TOPIC.name(), i))
                        .toList();
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        KafkaReplay.read(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                partitions,
                records::add);
        return records;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
