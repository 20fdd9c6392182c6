package org.handbell.contract.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.handbell.contract.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class RightsTest {

    @Test
    void theFileForOthersSaysWhatTheCodeSays() throws IOException {
        try (var file =
                Objects.requireNonNull(RightsTest.class.getResourceAsStream("/rights.yaml"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Rights.yaml());
        }
    }

    @Test
    void theFileIsYamlWithAnEntryForEachUser() {
        var table = new YAMLMapper().readTree(Rights.yaml());

        assertThat(table.propertyNames())
                .containsExactly(
                        "ingest-service",
                        "analysis-service",
                        "case-service",
                        "notification-service",
                        "operator");
        assertThat(table.path("analysis-service").valueStream().map(r -> r.path("type").asString()))
                .contains("topic", "group", "transactionalId");
    }

    /// The list of pupils, even hashed, is for the analysis alone; addresses for notification
    /// alone.
    @Test
    void nobodyReadsWhatIsNotTheirs() {
        for (var user : BrokerUser.values()) {
            assertThat(mayRead(user, Topics.REGISTER.name()))
                    .as("register.v1 for %s", user)
                    .isEqualTo(user == BrokerUser.ANALYSIS);
            assertThat(mayRead(user, Topics.RECIPIENTS.name()))
                    .as("recipients.v1 for %s", user)
                    .isEqualTo(user == BrokerUser.NOTIFICATION);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMayDoAnythingToTheClusterOrToAllTopics(BrokerUser user) {
        assertThat(Rights.withCreation(Rights.of(user)))
                .allSatisfy(right -> {
                    assertThat(right.type()).isNotEqualTo(ResourceType.CLUSTER);
                    assertThat(right.name()).hasSizeGreaterThan(7).doesNotContain("*");
                    assertThat(right.operations())
                            .doesNotContain(
                                    AclOperation.ALL,
                                    AclOperation.ALTER,
                                    AclOperation.ALTER_CONFIGS);
                });
    }

    @Test
    void theNamesFollowTheGroupThatAServiceWasGiven() {
        assertThat(Rights.of(BrokerUser.INGEST, "north"))
                .extracting(Right::toString)
                .contains("Read on group north*", "Write on transactional id north-*");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        var wait = Duration.ofSeconds(60);
        assertThatThrownBy(() -> new KafkaSettings((short) 0, 0, true, wait))
                .hasMessage("handbell.kafka.replication is below 1");
        assertThatThrownBy(() -> new KafkaSettings((short) 2, 3, true, wait))
                .hasMessageContaining("min-insync-replicas is not between 0 and");
        assertThatThrownBy(() -> new KafkaSettings((short) 2, 0, true, Duration.ZERO))
                .hasMessageContaining("wait-at-start is shorter than 1 s");
        assertThat(new KafkaSettings((short) 3, 0, true, wait).insync()).isEqualTo(2);
        assertThat(new KafkaSettings((short) 2, 0, true, wait).insync()).isEqualTo(1);
    }

    private static boolean mayRead(BrokerUser user, String topic) {
        return Rights.of(user).stream()
                .anyMatch(
                        r -> r.name().equals(topic) && r.operations().contains(AclOperation.READ));
    }
}
