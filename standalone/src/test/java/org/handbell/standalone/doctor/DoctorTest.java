package org.handbell.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.Door;
import org.handbell.standalone.web.PageServer;
import org.handbell.standalone.web.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir Path folder;

    @Test
    void aKeyThatIsMissingShortOrOpenToOthersIsNamedAndNeverShown() throws IOException {
        var file = folder.resolve("hash.key");
        assertThat(look(file)).startsWith("✗ the key " + file + " is missing");

        Files.writeString(file, "short-and-secret");
        assertThat(look(file))
                .startsWith("✗ the key " + file + " is shorter than 32 bytes")
                .doesNotContain("secret");

        Files.write(file, new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(look(file))
                .startsWith("! the key " + file + " can be used by others (rw-r--r--)");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(look(file)).isEqualTo("✓ the key " + file + " is there (rw-------)");
    }

    @Test
    void aServiceThatIsDownOrUnwellIsNamedWithItsAddress() throws IOException {
        var nobody = URI.create("http://127.0.0.1:" + freePort());
        assertThat(new HealthClient("ingest-service", nobody).look())
                .containsExactly(
                        Diagnosis.ill(
                                "ingest-service does not answer at " + nobody,
                                "is it up? What it logs at its start says what it lacks"));
        try (var server =
                PageServer.start(
                        org.handbell.standalone.web.Door.loopback(0),
                        request ->
                                Reply.html(
                                        "handbell_accounts{application=\"ingest-service\",platform=\"rss\",state=\"held_back\"} 2.0"))) {
            var base = URI.create("http://127.0.0.1:" + server.port());
            assertThat(new HealthClient("ingest-service", base).look())
                    .extracting(Diagnosis::what)
                    .containsExactly(
                            "ingest-service at " + base + " is well",
                            "2 accounts are held back, because a gate is not met");
        }
    }

    @Test
    void aMailRelayThatIsDownIsNamedWithItsSetting() throws IOException {
        var door = new Door("127.0.0.1", freePort());

        var check =
                new ServerDoor(
                        "the mail relay",
                        "SPRING_MAIL_HOST and _PORT",
                        door,
                        Door.Prelude.SMTP,
                        Clock.systemUTC());

        assertThat(check.look())
                .containsExactly(
                        Diagnosis.ill(
                                "the mail relay at " + door + " does not answer",
                                "is it up, and is SPRING_MAIL_HOST and _PORT right?"));
    }

    @Test
    void theRightsArePrintedForTheNamesGiven() {
        var answer =
                RightsApplication.answer(
                        List.of("--kafka", "k:9093", "--create", "notification-service=hb-notify"));

        assertThat(answer.lines().toList())
                .contains(
                        "# notification-service",
                        "kafka-acls.sh --bootstrap-server k:9093 --command-config admin.properties --add --allow-principal User:hb-notify --operation Read --operation Create --operation DescribeConfigs --topic recipients.v1",
                        "kafka-acls.sh --bootstrap-server k:9093 --command-config admin.properties --add --allow-principal User:hb-notify --operation Read --group notification")
                .noneMatch(line -> line.contains("register.v1"));
    }

    @Test
    void wordsThatAreNotUnderstoodAreNamed() {
        assertThatThrownBy(() -> RightsApplication.answer(List.of("gossip=x")))
                .hasMessageStartingWith(
                        "gossip is no user of the broker; there are: ingest-service");
        assertThatThrownBy(() -> DoctorOptions.of(List.of("--loud", "x"), folder))
                .hasMessageStartingWith("unknown option --loud");
        assertThatThrownBy(() -> DoctorOptions.of(List.of("--as"), folder))
                .hasMessageStartingWith("--as needs a value");
        assertThat(DoctorOptions.of(List.of("--as", "case-service"), folder).user())
                .isEqualTo(BrokerUser.CASES);
    }

    private static String look(Path file) {
        return new SecretFile(file, 32).look().getFirst().toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
