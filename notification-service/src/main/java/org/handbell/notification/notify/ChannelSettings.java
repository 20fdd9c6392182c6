package org.handbell.notification.notify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.handbell.contract.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What holds for all channels.
///
/// @param email how e-mail goes
/// @param silenced channels that nothing goes by for now; whoever would be told by one is told by
///   another, so that no tier is ever silenced
/// @param restAfter failures in a row of attempts, 2 to 1000, after which a channel is left alone:
///   half of the last so many
/// @param restFor how long it is left alone before it is tried again
/// @param timeout longest wait for a connection, and longest wait for an answer
/// @param trustFile PEM certificates that chat and push servers may show besides the usual ones
@ConfigurationProperties(prefix = "handbell.channels", ignoreUnknownFields = false)
public record ChannelSettings(
        @DefaultValue("smtp") EmailBy email,
        @DefaultValue Set<Channel> silenced,
        @DefaultValue("10") int restAfter,
        @DefaultValue("10s") Duration restFor,
        @DefaultValue("10s") Duration timeout,
        @Nullable Path trustFile) {

    /// The ways of e-mail.
    public enum EmailBy {
        SMTP,
        GOVUK_NOTIFY
    }

    public ChannelSettings {
        silenced = Set.copyOf(silenced);
        if (restAfter < 2 || restAfter > 1000) {
            throw new IllegalArgumentException(
                    "handbell.channels.rest-after " + restAfter + " is not from 2 to 1000");
        }
        if (!restFor.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "handbell.channels: rest-for %s and timeout %s must be positive"
                            .formatted(restFor, timeout));
        }
    }
}
