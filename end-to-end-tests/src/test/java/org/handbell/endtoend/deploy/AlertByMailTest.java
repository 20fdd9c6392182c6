package org.handbell.endtoend.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One rule on its whole way: a service's figures, Prometheus, Alertmanager, a mail. Both run with
/// the files of this repository; only addresses and paces are others.
class AlertByMailTest {

    private static final String BASE = "https://git.kestrelfold.example/handbell/";
    private static final String PERSON = "Mara Ellison";
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @TempDir Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @AfterEach
    void stop() throws InterruptedException {
        mails.stop();
        for (var process : processes) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void aRuleThatFiresBecomesAMailWithTheRunbookAndWithoutAPerson() throws Exception {
        var prometheus = InstalledTool.require("prometheus");
        var alertmanager = InstalledTool.require("prometheus-alertmanager", "alertmanager");
        mails.start();
        var service = serviceThatPutAFindingAside();
        try {
            var alerting = startAlertmanager(alertmanager);
            startPrometheus(prometheus, service.getAddress().getPort(), alerting);
            await().atMost(LONGEST).until(() -> mailOf("HandbellDeadLettersOfCases").isPresent());
        } finally {
            service.stop(0);
        }
        var mail = mailOf("HandbellDeadLettersOfCases").orElseThrow();
        assertThat(mail.getSubject())
                .isEqualTo("Handbell page: A record of findings.v1 was put aside");
        assertThat(mail.getAllRecipients()[0]).hasToString("operator@kestrelfold.example");
        assertThat(text(mail))
                .contains("Runbook  " + BASE + "docs/runbook.md#handbelldeadlettersofcases")
                .contains("nobody has been told")
                .contains("HandbellDeadLettersOfCases (page)");
        assertThat(whole(mail)).doesNotContain(PERSON, "Mara", "runbook_base", "<no value>");
    }

    private Optional<MimeMessage> mailOf(String rule) {
        return Stream.of(mails.getReceivedMessages())
                .filter(mail -> text(mail).contains(rule))
                .findFirst();
    }

    /// A label that no service has, and that a rule has to leave behind.
    private static HttpServer serviceThatPutAFindingAside() throws IOException {
        var figures =
                "handbell_dead_letters_total{topic=\"findings.v1\",account=\"" + PERSON + "\"} 1\n";
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/actuator/prometheus",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().add("Content-Type", "text/plain");
                        exchange.sendResponseHeaders(200, figures.length());
                        exchange.getResponseBody().write(figures.getBytes(UTF_8));
                    }
                });
        server.start();
        return server;
    }

    private int startAlertmanager(InstalledTool alertmanager) throws IOException {
        var port = freePort();
        var given = MonitoringFiles.text(MonitoringFiles.ALERTMANAGER.resolve("alertmanager.yml"));
        var configuration =
                given.replace("mail:1025", "127.0.0.1:" + mails.getSmtp().getPort())
                        .replaceAll("group_wait: .*", "group_wait: 1s");
        Files.writeString(folder.resolve("alertmanager.yml"), configuration);
        Files.copy(MonitoringFiles.ALERTMANAGER.resolve("mail.tmpl"), folder.resolve("mail.tmpl"));
        start(
                alertmanager,
                "alertmanager",
                "--config.file=alertmanager.yml",
                "--storage.path=alertmanager-data",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port);
        return port;
    }

    private void startPrometheus(InstalledTool prometheus, int service, int alerting)
            throws IOException {
        var port = freePort();
        var given = MonitoringFiles.text(MonitoringFiles.PROMETHEUS.resolve("prometheus.yml"));
        var configuration =
                given.replaceAll("(scrape|evaluation)_interval: .*", "$1_interval: 1s")
                        .replaceAll("scrape_timeout: .*", "scrape_timeout: 1s")
                        .replace(
                                "rule_files:",
                                "  external_labels: {runbook_base: '" + BASE + "'}\nrule_files:")
                        .replaceAll("[a-z]+-service:808[0-3]", "127.0.0.1:" + service)
                        .replace("alertmanager:9093", "127.0.0.1:" + alerting)
                        .replace("localhost:9090", "127.0.0.1:" + port);
        Files.writeString(folder.resolve("prometheus.yml"), configuration);
        Files.copy(
                MonitoringFiles.PROMETHEUS.resolve("alerting-rules.yml"),
                folder.resolve("alerting-rules.yml"));
        start(
                prometheus,
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=prometheus-data",
                "--web.listen-address=127.0.0.1:" + port);
    }

    private void start(InstalledTool tool, String name, String... arguments) throws IOException {
        processes.add(tool.start(folder, folder.resolve(name + ".out"), List.of(arguments)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String text(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    private static String whole(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "");
    }
}
