package org.handbell.notification.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a message is tried.
///
/// @param giveUpAfter a channel that cannot take it is tried this long, from when its rung came
/// @param otherChannelAfter where the person can be told by another channel, that is done after
///   this
/// @param unknownFor a person whose address has not come yet is waited for this long
@ConfigurationProperties(prefix = "handbell.delivery", ignoreUnknownFields = false)
public record DeliverySettings(
        @DefaultValue("12h") Duration giveUpAfter,
        @DefaultValue("2m") Duration otherChannelAfter,
        @DefaultValue("60s") Duration unknownFor) {

    public DeliverySettings {
        if (giveUpAfter.isNegative() || otherChannelAfter.isNegative() || unknownFor.isNegative()) {
            throw new IllegalArgumentException("handbell.delivery: a duration is negative");
        }
    }
}
