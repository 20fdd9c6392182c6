package org.handbell.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.handbell.analysis.Invented;
import org.handbell.analysis.register.Accounts;
import org.handbell.analysis.register.Registers;
import org.handbell.contract.wire.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

class TablesFirstTest {

    private static final TopicPartition ACCOUNTS = new TopicPartition("accounts.v1", 0);
    private static final TopicPartition REGISTER = new TopicPartition("register.v1", 0);

    private final Accounts accounts = new Accounts();

    @Test
    void theStartFailsClearlyWhereATableIsNotReadInTime() {
        var start = new TablesFirst(tables(5), Duration.ofMillis(300));
        assertThatThrownBy(start::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("register.v1")
                .hasMessageContaining("PT0.3S");
        assertThat(start.isRunning()).isFalse();
        start.stop();
    }

    @Test
    void theStartReturnsOnlyAfterTheLastRecordOfBothTables() {
        var start = new TablesFirst(tables(1), Duration.ofSeconds(20));
        start.start();
        assertThat(accounts.find("personal")).isPresent();
        assertThat(start.isRunning()).isTrue();
        start.stop();
    }

    /// Else the first posts would be judged by an empty register, and pass.
    @Test
    void theTablesAreReadBeforeAnyPostIs() {
        var posts = new InputBindingLifecycle(mock(BindingService.class), Map.of());
        var start = new TablesFirst(tables(1), Duration.ofSeconds(20));
        assertThat(start.getPhase()).isLessThan(posts.getPhase());
    }

    private KafkaTables tables(long endOfRegister) {
        return new KafkaTables(
                consumers(endOfRegister),
                accounts,
                new Registers(),
                new AnalysisMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    private static ConsumerFactory<byte[], byte[]> consumers(long endOfRegister) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        consumer.updatePartitions("accounts.v1", List.of(info(ACCOUNTS)));
        consumer.updatePartitions("register.v1", List.of(info(REGISTER)));
        consumer.updateBeginningOffsets(Map.of(ACCOUNTS, 0L, REGISTER, 0L));
        consumer.updateEndOffsets(new HashMap<>(Map.of(ACCOUNTS, 1L, REGISTER, endOfRegister)));
        consumer.schedulePollTask(() -> fill(consumer));
        return new OneConsumer(consumer);
    }

    private static void fill(MockConsumer<byte[], byte[]> consumer) {
        var account = Wire.ACCOUNTS.record(Invented.accounts().getFirst(), "/handbell/test");
        var entry = Wire.REGISTER.record(Invented.register().getFirst(), "/handbell/test");
        for (var record : new ArrayList<>(List.of(account, entry))) {
            var read =
                    new ConsumerRecord<byte[], byte[]>(
                            record.topic(), 0, 0, new byte[0], record.value());
            record.headers().forEach(read.headers()::add);
            consumer.addRecord(read);
        }
    }

    private static PartitionInfo info(TopicPartition partition) {
        return new PartitionInfo(partition.topic(), 0, Node.noNode(), new Node[0], new Node[0]);
    }

    /// A factory of the one consumer that a test has filled.
    private record OneConsumer(Consumer<byte[], byte[]> consumer)
            implements ConsumerFactory<byte[], byte[]> {

        @Override
        public Consumer<byte[], byte[]> createConsumer(
                @org.jspecify.annotations.Nullable String groupId,
                @org.jspecify.annotations.Nullable String prefix,
                @org.jspecify.annotations.Nullable String suffix,
                java.util.@org.jspecify.annotations.Nullable Properties properties) {
            return consumer;
        }

        @Override
        public boolean isAutoCommit() {
            return false;
        }
    }
}
