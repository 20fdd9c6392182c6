package org.handbell.standalone.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.handbell.contract.wire.Json;
import org.handbell.standalone.web.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MailCatcherTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private MailCatcher catcher;

    @BeforeEach
    void start() {
        catcher =
                MailCatcher.start(Mailbox.open(folder, CLOCK), Door.loopback(0), Door.loopback(0));
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void aMailIsListedInMailpitsShape() throws Exception {
        send("lead@kestrelfold.example", "[now] Hollinbeck: 4K7P-XM");

        var list = json("/api/v1/messages");

        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("messages_count").asInt()).isEqualTo(1);
        var mail = list.path("messages").get(0);
        assertThat(mail.path("Subject").asString()).isEqualTo("[now] Hollinbeck: 4K7P-XM");
        assertThat(mail.path("From").path("Address").asString())
                .isEqualTo("handbell@kestrelfold.example");
        assertThat(mail.path("From").path("Name").asString()).isEqualTo("Handbell");
        assertThat(mail.path("To").get(0).path("Address").asString())
                .isEqualTo("lead@kestrelfold.example");
        assertThat(mail.path("MessageID").asString()).isEqualTo("abc@kestrelfold.example");
        assertThat(mail.path("Created").asString()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(mail.path("Snippet").asString()).isEqualTo("Somebody should look & see.");
        assertThat(mail.path("Read").asBoolean()).isFalse();
        assertThat(mail.path("Size").asInt()).isPositive();
    }

    @Test
    void aMailIsShownWithItsText() throws Exception {
        send("lead@kestrelfold.example", "One");
        var id = json("/api/v1/messages").path("messages").get(0).path("ID").asString();

        assertThat(json("/api/v1/message/" + id).path("Text").asString().strip())
                .isEqualTo("Somebody should\nlook & see.");
        assertThat(get("/view/" + id).body()).contains("look &amp; see.");
        assertThat(get("/").body()).contains("/view/" + id);
    }

    @Test
    void aMailToTwoIsKeptOnce() throws Exception {
        send("lead@kestrelfold.example, head@kestrelfold.example", "Two");

        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void mailsOutliveARestart() throws Exception {
        send("lead@kestrelfold.example", "Before");
        catcher.close();
        catcher =
                MailCatcher.start(Mailbox.open(folder, CLOCK), Door.loopback(0), Door.loopback(0));
        send("lead@kestrelfold.example", "After");

        assertThat(json("/api/v1/messages").path("messages"))
                .extracting(mail -> mail.path("Subject").asString())
                .containsExactly("After", "Before");
    }

    @Test
    void theOldestMailGoesWhenTheBoxIsFull() throws Exception {
        var mailbox = Mailbox.open(folder, CLOCK);
        for (var i = 0; i <= Mailbox.KEPT; i++) {
            mailbox.keep(mail("lead@kestrelfold.example", "No. " + i));
        }

        assertThat(mailbox.newestFirst()).hasSize(Mailbox.KEPT);
        assertThat(mailbox.newestFirst().getLast().subject()).isEqualTo("No. 1");
        assertThat(folder.toFile().list()).hasSize(Mailbox.KEPT);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/api/v1/message/42").statusCode()).isEqualTo(404);
        assertThat(get("/view/../../etc").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongNumberIsNamed() throws Exception {
        var answer = get("/api/v1/messages?limit=many");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("limit is no number");
    }

    private void send(String to, String subject) throws Exception {
        Transport.send(mail(to, subject));
    }

    private MimeMessage mail(String to, String subject) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(catcher.smtpPort()));
        var mail = new WithMessageId(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("handbell@kestrelfold.example", "Handbell"));
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject(subject);
        mail.setText("Somebody should\nlook & see.");
        return mail;
    }

    private JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create("http://127.0.0.1:" + catcher.webPort() + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static final class WithMessageId extends MimeMessage {

        WithMessageId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<abc@kestrelfold.example>");
        }
    }
}
