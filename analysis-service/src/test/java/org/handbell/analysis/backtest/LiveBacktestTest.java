package org.handbell.analysis.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.handbell.analysis.Invented;
import org.handbell.analysis.stream.Topical;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.test.TestKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Against a real broker, with the tables as the case service writes them.
@Timeout(120)
class LiveBacktestTest {

    @TempDir Path folder;

    @Test
    void thePostsThatTheBrokerHoldsAreReplayedWithoutMovingAnybodysPlace() throws Exception {
        try (var topics = new Topical(TestKafka.bootstrapServers())) {
            topics.trust();
            var posts = Wire.of(Topics.POSTS);
            for (var i = 0; i < 20; i++) {
                topics.send(
                        posts,
                        new PostEvent.Observed(
                                Invented.post("personal", "back-" + i, "Tobias Wrenfield again")));
            }
            topics.send(
                    posts,
                    new PostEvent.Withdrawn(
                            "https://social.example/back-1", "personal", Invented.CAPTURED));
            var silent = PACK.replace("RULE", "E4");
            var candidate = Files.writeString(folder.resolve("candidate.yml"), silent);
            var groups = groups();
            var out = new ByteArrayOutputStream();
            var terminal = new ByteArrayOutputStream();
            var status =
                    new BacktestApplication(terminal, false)
                            .run(
                                    List.of(
                                            "--live",
                                            "--bootstrap-servers",
                                            TestKafka.bootstrapServers(),
                                            "--hash-key-file",
                                            Invented.keyFile().toString(),
                                            "--candidate",
                                            candidate.toString()),
                                    new ByteArrayInputStream(new byte[0]),
                                    out);
            assertThat(terminal.toString(UTF_8)).isEmpty();
            assertThat(status).isIn(0, 3);
            assertThat(out.toString(UTF_8))
                    .containsPattern("E3 +[2-9]\\d +0 +0 +[2-9]\\d +0")
                    .contains("https://social.example/back-")
                    .doesNotContainIgnoringCase("wrenfield");
            assertThat(groups()).isEqualTo(groups);
        }
    }

    private static List<String> groups() throws Exception {
        try (var admin =
                Admin.create(java.util.Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            return admin.listGroups().all().get().stream().map(g -> g.groupId()).toList();
        }
    }

    private static final String PACK =
            """
            id: candidate
            inForceFrom: 2030-01-01
            clauses:
              - {id: E4, title: t, obligation: o, modality: must-not, severity: high}
            rules:
              - {id: E4.named, clause: RULE, when: [pupil.full], confidence: 0.9, why: "It may name."}
            """;
}
