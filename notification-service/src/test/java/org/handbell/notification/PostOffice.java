package org.handbell.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/// A real SMTP server in the test's own JVM; every address has a mailbox.
final class PostOffice implements AutoCloseable {

    /// What a person finds in the mailbox.
    record Letter(String to, String subject, String body, String messageId, MimeMessage raw) {}

    private final int port = freePort();
    private GreenMail server = start();

    int port() {
        return port;
    }

    GreenMail server() {
        return server;
    }

    void goDown() {
        server.stop();
    }

    void comeBack() {
        server = start();
    }

    List<Letter> lettersTo(String address) {
        return letters().stream().filter(letter -> letter.to().equals(address)).toList();
    }

    List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessages()).map(PostOffice::letter).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMail start() {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var mail = new GreenMail(setup);
        mail.start();
        return mail;
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(
                    message.getRecipients(RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    GreenMailUtil.getBody(message),
                    message.getMessageID(),
                    message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
