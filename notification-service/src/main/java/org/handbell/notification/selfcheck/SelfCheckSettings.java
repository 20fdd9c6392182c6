package org.handbell.notification.selfcheck;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the service tries itself.
///
/// @param contact address that gets the test messages; nothing is tried where it is not given
/// @param every pause between two, 1 s to 7 d
@ConfigurationProperties(prefix = "handbell.self-check", ignoreUnknownFields = false)
record SelfCheckSettings(@Nullable String contact, @DefaultValue("6h") Duration every) {

    SelfCheckSettings {
        contact = contact == null || contact.isBlank() ? null : contact.strip();
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "handbell.self-check.every " + every + " is not from 1 s to 7 d");
        }
    }

    boolean on() {
        return contact != null;
    }

    /// Without the address: this may be logged.
    @Override
    public String toString() {
        return "SelfCheckSettings[every " + every + "]";
    }
}
