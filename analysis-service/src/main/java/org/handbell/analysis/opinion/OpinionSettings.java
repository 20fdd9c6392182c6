package org.handbell.analysis.opinion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The language model that is asked for a second opinion.
///
/// @param address where it serves `/v1/chat/completions`; null: nobody is asked, which is the
///   default
/// @param tokenFile file with the token it wants; null for none
/// @param model its name there
/// @param callsPerHour most calls in an hour, 1 to 1,000,000
/// @param timeout longest wait for an answer, 100 ms to 2 min; a batch of posts gives less
/// @param mostCharacters UTF-16 characters of a post beyond which it is not asked, 100 to 100,000
@Validated
@ConfigurationProperties(prefix = "handbell.second-opinion", ignoreUnknownFields = false)
public record OpinionSettings(
        @Nullable URI address,
        @Nullable Path tokenFile,
        @NotBlank @DefaultValue("default") String model,
        @Min(1) @Max(1_000_000) @DefaultValue("600") int callsPerHour,
        @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(minutes = 2) Duration timeout,
        @Min(100) @Max(100_000) @DefaultValue("4000") int mostCharacters) {}
