package org.handbell.standalone.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.handbell.standalone.web.Door;
import org.jspecify.annotations.Nullable;

/// The SMTP server: every address is welcome, and all mail goes into one mailbox instead of
/// GreenMail's own unbounded store.
final class SmtpDoor implements AutoCloseable {

    private final GreenMail server;

    private SmtpDoor(GreenMail server) {
        this.server = server;
    }

    static SmtpDoor open(Door door, Mailbox mailbox) {
        var setup = new ServerSetup(door.port(), door.bind(), ServerSetup.PROTOCOL_SMTP);
        var server = new GreenMail(setup);
        server.getUserManager().setMessageDeliveryHandler(new Anyone(mailbox));
        server.start();
        return new SmtpDoor(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /// Hands each mail over once, however many receive it.
    private static final class Anyone implements MessageDeliveryHandler {

        private final Mailbox mailbox;
        private @Nullable MovingMessage handedOver;

        Anyone(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public synchronized GreenMailUser handle(MovingMessage mail, MailAddress to)
                throws MessagingException, UserException {
            if (mail != handedOver) {
                keep(mail.getMessage());
                handedOver = mail;
            }
            return new Addressee(to.getEmail());
        }

        private void keep(MimeMessage message) throws MessagingException, UserException {
            try {
                mailbox.keep(message);
            } catch (IOException e) {
                throw new UserException(e);
            }
        }
    }

    /// Whoever it was addressed to; the mail is kept already.
    private record Addressee(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }
    }
}
