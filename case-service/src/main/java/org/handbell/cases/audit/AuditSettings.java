package org.handbell.cases.audit;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the record is watched over.
///
/// @param verifyEvery pause between two walks along the whole chain, 1 s to 7 d; the first comes
///   soon after the start
@Validated
@ConfigurationProperties(prefix = "handbell.audit", ignoreUnknownFields = false)
record AuditSettings(
        @DefaultValue("24h") @DurationMin(seconds = 1) @DurationMax(days = 7)
                Duration verifyEvery) {}
