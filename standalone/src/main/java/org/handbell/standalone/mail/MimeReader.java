package org.handbell.standalone.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a page needs from a MIME message.
final class MimeReader {

    private MimeReader() {}

    static Mail read(String id, MimeMessage message, Instant arrived, int size)
            throws MessagingException, IOException {
        var from = addresses(message.getFrom());
        var messageId = message.getMessageID();
        var subject = message.getSubject();
        return new Mail(
                id,
                messageId == null ? "" : messageId.replaceAll("[<>]", ""),
                from.isEmpty() ? new Mail.Address("", "") : from.getFirst(),
                addresses(message.getRecipients(MimeMessage.RecipientType.TO)),
                subject == null ? "" : subject,
                arrived,
                text(message),
                size);
    }

    private static List<Mail.Address> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(MimeReader::address).toList();
    }

    private static Mail.Address address(Address address) {
        if (address instanceof InternetAddress internet) {
            var name = internet.getPersonal();
            return new Mail.Address(name == null ? "" : name, internet.getAddress());
        }
        return new Mail.Address("", address.toString());
    }

    /// The first plain part; of an HTML mail alone its source.
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return String.valueOf(part.getContent()).replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
