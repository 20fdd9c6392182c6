package org.handbell.notification.notify.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Text;

/// The message of a notification: plain text, and a Message-ID that stays the same on every
/// attempt, so that mail servers and readers can tell a repeat.
final class AlertMessage extends MimeMessage {

    private final String messageId;

    AlertMessage(
            Session session,
            MailSettings settings,
            Notification notification,
            Text text,
            Instant now)
            throws MessagingException {
        super(session);
        this.messageId = "<" + notification.deliveryId() + "@" + settings.host() + ">";
        setFrom(new InternetAddress(settings.from(), true));
        setRecipient(RecipientType.TO, new InternetAddress(notification.address(), true));
        setSubject(text.subject(), "UTF-8");
        setText(text.body(), "UTF-8");
        // RFC 3834: no holiday reply shall come back.
        setHeader("Auto-Submitted", "auto-generated");
        setSentDate(Date.from(now));
        saveChanges();
    }

    /// Called by `saveChanges`, also from the superclass's own sending: never a fresh id.
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
