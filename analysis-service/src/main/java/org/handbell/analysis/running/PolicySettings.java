package org.handbell.analysis.running;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The trust's own packs.
///
/// @param packs folder with packs, `pack-*.yml`, beside the built-in ones; null for none
/// @param shadow a pack file whose findings are counted and never acted on; null for none
/// @param lookAgain pause between two looks for a changed file, 1 s to 1 h
@Validated
@ConfigurationProperties(prefix = "handbell.policy", ignoreUnknownFields = false)
public record PolicySettings(
        @Nullable Path packs,
        @Nullable Path shadow,
        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration lookAgain) {

    @AssertTrue(message = "handbell.policy.packs is no folder")
    boolean isPacksAFolder() {
        return packs == null || Files.isDirectory(packs);
    }
}
