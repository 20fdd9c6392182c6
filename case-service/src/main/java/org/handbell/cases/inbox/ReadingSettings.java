package org.handbell.cases.inbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the desk reads its topics.
///
/// @param group consumer group of all instances of the desk
/// @param concurrency consumers for each topic and instance
/// @param batch most records fetched at once
/// @param retryFrom first pause when the database or broker does not answer
/// @param retryTo longest pause
/// @param remember how long handled event ids are kept: longer than any topic read keeps its
///   records
@Validated
@ConfigurationProperties(prefix = "handbell.reading", ignoreUnknownFields = false)
record ReadingSettings(
        @DefaultValue("handbell-cases") String group,
        @DefaultValue("2") @Min(1) @Max(12) int concurrency,
        @DefaultValue("50") @Min(1) @Max(500) int batch,
        @DefaultValue("500ms") Duration retryFrom,
        @DefaultValue("30s") Duration retryTo,
        @DefaultValue("30d") Duration remember) {}
