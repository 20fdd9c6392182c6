package org.handbell.ingest.websub;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How pushes of hubs are received.
///
/// @param callback public address of this instance, such as `https://push.example.org`; below it
///   `/websub/` must lead here; null receives no pushes
/// @param lease how long a subscription is asked for; the hub may give less
/// @param maxBody largest push that is looked at
/// @param subscriptions most subscriptions held; the one that was longest without news of its feed
///   gives way
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.websub", ignoreUnknownFields = false)
public record WebSubSettings(
        @Nullable URI callback,
        @NotNull @DefaultValue("5d") @DurationMin(hours = 1) @DurationMax(days = 30) Duration lease,
        @NotNull @DefaultValue("1MB") DataSize maxBody,
        @Min(1) @Max(10_000) @DefaultValue("1000") int subscriptions) {

    @AssertTrue(message = "callback must be an http or https address without a query")
    boolean isCallbackUsable() {
        return callback == null
                || (callback.getHost() != null
                        && callback.getRawQuery() == null
                        && callback.getRawFragment() == null
                        && String.valueOf(callback.getScheme()).matches("https?"));
    }

    @AssertTrue(message = "max-body must be between 1KB and 16MB")
    boolean isMaxBodyBounded() {
        return maxBody.toBytes() >= 1024 && maxBody.compareTo(DataSize.ofMegabytes(16)) <= 0;
    }
}
