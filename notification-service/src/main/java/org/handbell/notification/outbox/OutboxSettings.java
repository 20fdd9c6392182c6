package org.handbell.notification.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the relay works.
///
/// @param every pause between two looks at the table
/// @param batch events sent before the broker's acknowledgements are awaited
/// @param patience how long those are awaited before the batch is sent anew
@Validated
@ConfigurationProperties(prefix = "handbell.outbox", ignoreUnknownFields = false)
record OutboxSettings(
        @DefaultValue("300ms") Duration every,
        @DefaultValue("100") @Min(1) @Max(1000) int batch,
        @DefaultValue("20s") Duration patience) {}
