package org.handbell.notification.notify.email;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What a message says of its sender; the server is in `spring.mail`.
///
/// @param from sender's address; its host also ends every Message-ID
@Validated
@ConfigurationProperties(prefix = "handbell.mail", ignoreUnknownFields = false)
record MailSettings(@NotBlank @Email String from) {

    String host() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
