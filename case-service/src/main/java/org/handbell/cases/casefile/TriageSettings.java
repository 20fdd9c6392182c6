package org.handbell.cases.casefile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How people go through what waits.
///
/// @param lock how long a card is held for whoever opened it, without a sign of them
/// @param undoWithin how long an answer can be taken back
/// @param page cases on one page of a list
@Validated
@ConfigurationProperties(prefix = "handbell.triage", ignoreUnknownFields = false)
public record TriageSettings(
        @DefaultValue("5m") @DurationMin(seconds = 30) @DurationMax(hours = 1) Duration lock,
        @DefaultValue("10m") @DurationMin(seconds = 0) @DurationMax(hours = 1) Duration undoWithin,
        @DefaultValue("25") @Min(5) @Max(100) int page) {}
