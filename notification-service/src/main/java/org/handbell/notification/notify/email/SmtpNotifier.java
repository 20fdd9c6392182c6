package org.handbell.notification.notify.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Backoff;
import org.handbell.notification.notify.ChannelSettings;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Outcome.Delivered;
import org.handbell.notification.notify.Outcome.Refused;
import org.handbell.notification.notify.Outcome.TryAgain;
import org.handbell.notification.notify.Wording;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// E-mail by SMTP. 2xx is delivered, 4xx and a broken connection are tried again, 5xx is refused.
///
/// Spring's sender brings the session and the server's settings; the transport is used directly,
/// since the sender does not hand out the server's answer.
@Component
class SmtpNotifier implements Notifier {

    private static final Logger log = LoggerFactory.getLogger(SmtpNotifier.class);

    private final JavaMailSenderImpl mail;
    private final MailSettings settings;
    private final ChannelSettings channels;
    private final Wording wording;
    private final Backoff backoff;
    private final Clock clock;

    SmtpNotifier(
            JavaMailSenderImpl mail,
            MailSettings settings,
            ChannelSettings channels,
            Wording wording,
            Backoff backoff,
            Clock clock) {
        this.mail = mail;
        this.settings = settings;
        this.channels = channels;
        this.wording = wording;
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean setUp() {
        return channels.email() == EmailBy.SMTP;
    }

    @Override
    public Optional<String> address(Contact contact) {
        return Optional.of(contact.email());
    }

    @Override
    public Outcome send(Notification notification) {
        try {
            var message =
                    new AlertMessage(
                            mail.getSession(),
                            settings,
                            notification,
                            wording.of(Channel.EMAIL, notification.message()),
                            clock.instant());
            return send(message, notification.attempt());
        } catch (AddressException e) {
            return new Refused("the address is none");
        } catch (MessagingException e) {
            return new Refused("the message could not be made");
        }
    }

    private Outcome send(AlertMessage message, int attempt) {
        Transport transport;
        try {
            transport = connected();
        } catch (AuthenticationFailedException e) {
            // The operator's to mend, not the recipient's fault.
            return TryAgain.away(backoff.after(attempt), "the mail server refused the sign-in");
        } catch (MessagingException e) {
            return TryAgain.away(backoff.after(attempt), "no connection to the mail server");
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivered(answer(transport));
        } catch (MessagingException e) {
            return failed(e, attempt);
        } finally {
            close(transport);
        }
    }

    private Transport connected() throws MessagingException {
        var transport = mail.getSession().getTransport("smtp");
        transport.connect(
                mail.getHost(),
                mail.getPort(),
                blankAsNull(mail.getUsername()),
                blankAsNull(mail.getPassword()));
        return transport;
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String answer(Transport transport) {
        return transport instanceof SMTPTransport smtp
                ? SmtpAnswer.of(smtp.getLastReturnCode(), smtp.getLastServerResponse())
                        .map(SmtpAnswer::status)
                        .orElse("taken")
                : "taken";
    }

    /// Without an answer the connection broke on the way, maybe after the server had it all.
    private Outcome failed(MessagingException e, int attempt) {
        return SmtpAnswer.of(e)
                .<Outcome>map(answer ->
                        answer.permanent()
                                ? new Refused(answer.status())
                                : new TryAgain(backoff.after(attempt), answer.status()))
                .orElseGet(
                        () -> TryAgain.broken(backoff.after(attempt), "no answer to the message"));
    }

    /// A failure to say goodbye changes nothing about the message.
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("mail server: no orderly goodbye", e);
        }
    }
}
