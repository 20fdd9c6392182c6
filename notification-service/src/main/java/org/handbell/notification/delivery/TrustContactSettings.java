package org.handbell.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Who hears of an alert that everybody was told of and nobody took.
///
/// @param email an address that somebody reads at any hour, such as the trust's duty telephone's
///   mailbox; nobody is told where it is not given
@ConfigurationProperties(prefix = "handbell.trust-contact", ignoreUnknownFields = false)
public record TrustContactSettings(@Nullable String email) {

    public TrustContactSettings {
        email = email == null || email.isBlank() ? null : email.strip();
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("handbell.trust-contact.email is no address");
        }
    }

    /// Without the address: this may be logged.
    @Override
    public String toString() {
        return "TrustContactSettings[]";
    }
}
