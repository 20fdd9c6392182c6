package org.handbell.analysis.stream;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.handbell.analysis.AnalysisSettings;
import org.handbell.analysis.opinion.SecondOpinions;
import org.handbell.analysis.register.Accounts;
import org.handbell.analysis.register.Registers;
import org.handbell.analysis.running.RunningJudge;
import org.handbell.analysis.running.ShadowJudge;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.KafkaStart;
import org.handbell.operations.tracing.Traces;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    /// Runs while the context is made: the binder needs the topics when it binds.
    @Bean
    TopicsAtStart topics(KafkaProperties kafka, Environment environment) {
        KafkaStart.require(BrokerUser.ANALYSIS, kafka.buildAdminProperties(), environment);
        return new TopicsAtStart();
    }

    /// Stands for: the topics are there.
    record TopicsAtStart() {}

    @Bean
    KafkaTables tables(
            TopicsAtStart topics,
            KafkaProperties kafka,
            Accounts accounts,
            Registers registers,
            AnalysisMetrics metrics,
            Clock clock) {
        Map<String, Object> properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var consumers =
                new DefaultKafkaConsumerFactory<byte[], byte[]>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return new KafkaTables(consumers, accounts, registers, metrics, clock);
    }

    @Bean
    TablesFirst tablesFirst(KafkaTables tables, AnalysisSettings settings) {
        return new TablesFirst(tables, settings.tablesWithin());
    }

    @Bean
    TablesHealth tablesHealth(KafkaTables tables, Accounts accounts, Clock clock) {
        return new TablesHealth(tables, accounts, clock);
    }

    @Bean
    PostsStream judge(
            TopicsAtStart topics,
            RunningJudge judge,
            ShadowJudge shadow,
            SecondOpinions opinions,
            Accounts accounts,
            Registers registers,
            AnalysisMetrics metrics,
            AnalysisSettings settings,
            Traces traces,
            Clock clock) {
        return new PostsStream(
                judge,
                shadow,
                opinions,
                accounts,
                registers,
                new OutgoingStream(traces),
                metrics,
                settings,
                traces,
                clock);
    }

    /// The function needs each record whole: its key, headers and time.
    @Bean
    BatchMessagingMessageConverter rawRecords() {
        var converter = new BatchMessagingMessageConverter();
        converter.setRawRecordHeader(true);
        return converter;
    }

    /// Headers that are bytes travel as they are; nothing else does.
    @Bean
    SimpleKafkaHeaderMapper plainHeaders() {
        return new SimpleKafkaHeaderMapper("!id", "!timestamp", "!kafka_*", "!spring*", "*");
    }
}
