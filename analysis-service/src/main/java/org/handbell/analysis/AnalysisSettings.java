package org.handbell.analysis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the analysis runs.
///
/// @param packs where the policy packs lie: a resource pattern
/// @param tablesWithin longest wait at the start until both tables are read to their ends
/// @param accountWait longest wait, per batch of posts, for an account's record that is on its way
@Validated
@ConfigurationProperties(prefix = "handbell.analysis", ignoreUnknownFields = false)
public record AnalysisSettings(
        @NotBlank @DefaultValue("classpath*:policy/pack-*.yml") String packs,
        @NotNull @DefaultValue("60s") Duration tablesWithin,
        @NotNull @DefaultValue("2s") Duration accountWait) {}
