package org.handbell.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Shows that the mail server which the other tests lean on takes mail and gives it back.
@TestInstance(Lifecycle.PER_CLASS)
class PostfixDovecotTest {

    private PostfixDovecot server;

    @BeforeAll
    void startTheServer() {
        RealServers.require(PostfixDovecot.missing());
        server = PostfixDovecot.start("trust.test");
    }

    @AfterAll
    void stopTheServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aMailHandedInIsReadBackFromItsMailboxAlone() throws MessagingException {
        send("dsl@trust.test", "Today: something needs you", "Reference HB-1. Größe ünd £.");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !server.mails("dsl@trust.test").isEmpty());
        var mail = server.mails("dsl@trust.test").getFirst();
        assertThat(mail.subject()).isEqualTo("Today: something needs you");
        assertThat(mail.to()).isEqualTo("dsl@trust.test");
        assertThat(mail.body().strip()).isEqualTo("Reference HB-1. Größe ünd £.");
        assertThat(mail.source()).contains("with LMTP").contains("(Postfix)");
        assertThat(server.mails("head@trust.test")).isEmpty();
    }

    @Test
    void nothingIsTakenForAnotherDomain() {
        assertThatExceptionOfType(SendFailedException.class)
                .isThrownBy(() -> send("somebody@elsewhere.test", "Out", "Not for the world."))
                .withStackTraceContaining("Relay access denied");
    }

    private void send(String to, String subject, String body) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("handbell@trust.test");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject);
        message.setText(body, "UTF-8");
        Transport.send(message);
    }
}
