package org.handbell.notification.notify.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// What a server answered: the reply code and the enhanced status, and nothing of the text behind
/// them, which may repeat an address.
///
/// @param code three digits, the first of which decides
/// @param status such as `451 4.3.0`
record SmtpAnswer(int code, String status) {

    private static final Pattern STATUS =
            Pattern.compile("(?s)^(\\d{3})[ -]?(\\d\\.\\d{1,3}\\.\\d{1,3})?.*");

    static Optional<SmtpAnswer> of(int code, @Nullable String response) {
        if (code < 200 || code > 599) {
            return Optional.empty();
        }
        var matcher = STATUS.matcher(response == null ? "" : response);
        var enhanced = matcher.matches() ? matcher.group(2) : null;
        return Optional.of(
                new SmtpAnswer(code, enhanced == null ? "" + code : code + " " + enhanced));
    }

    /// The gravest answer in a failure: Angus Mail hangs the answers about an address behind the
    /// one about the sending.
    static Optional<SmtpAnswer> of(MessagingException failure) {
        return Stream.<@Nullable Exception>iterate(
                        failure,
                        e -> e != null,
                        e -> e instanceof MessagingException m ? m.getNextException() : null)
                .flatMap(e -> one(e).stream())
                .max((a, b) -> Integer.compare(a.code, b.code));
    }

    /// The server will say the same next time.
    boolean permanent() {
        return code >= 500;
    }

    private static Optional<SmtpAnswer> one(@Nullable Exception e) {
        return switch (e) {
            case SMTPAddressFailedException f -> of(f.getReturnCode(), f.getMessage());
            case SMTPSenderFailedException f -> of(f.getReturnCode(), f.getMessage());
            case SMTPSendFailedException f -> of(f.getReturnCode(), f.getMessage());
            case null, default -> Optional.empty();
        };
    }
}
