package org.handbell.notification.delivery;

import java.time.Duration;
import org.handbell.contract.Channel;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one person gets by one channel. The gravest tier knows no limits.
@ConfigurationProperties(prefix = "handbell.limits", ignoreUnknownFields = false)
public record LimitSettings(
        @DefaultValue Mail email,
        @DefaultValue Texts sms,
        @DefaultValue Rooms chat,
        @DefaultValue Pushes push) {

    /// @param anHour most messages within 60 minutes
    /// @param pause shortest pause between two
    public record Mail(@DefaultValue("60") int anHour, @DefaultValue("0s") Duration pause) {}

    /// Networks block numbers that get one text after another.
    ///
    /// @param anHour most messages within 60 minutes
    /// @param pause shortest pause between two
    public record Texts(@DefaultValue("6") int anHour, @DefaultValue("2m") Duration pause) {}

    /// @param anHour most messages within 60 minutes
    /// @param pause shortest pause between two
    public record Rooms(@DefaultValue("60") int anHour, @DefaultValue("0s") Duration pause) {}

    /// @param anHour most messages within 60 minutes
    /// @param pause shortest pause between two
    public record Pushes(@DefaultValue("30") int anHour, @DefaultValue("0s") Duration pause) {}

    /// The limits of one channel.
    record Limit(int anHour, Duration pause) {}

    public LimitSettings {
        check("email", email.anHour, email.pause);
        check("sms", sms.anHour, sms.pause);
        check("chat", chat.anHour, chat.pause);
        check("push", push.anHour, push.pause);
    }

    Limit of(Channel channel) {
        return switch (channel) {
            case EMAIL -> new Limit(email.anHour, email.pause);
            case SMS -> new Limit(sms.anHour, sms.pause);
            case CHAT -> new Limit(chat.anHour, chat.pause);
            case PUSH -> new Limit(push.anHour, push.pause);
        };
    }

    private static void check(String channel, int anHour, Duration pause) {
        if (anHour < 1 || pause.isNegative() || pause.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "handbell.limits.%s: an-hour %d must be 1 or more and pause %s from 0 to 1 h"
                            .formatted(channel, anHour, pause));
        }
    }
}
