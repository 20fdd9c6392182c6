package org.handbell.analysis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.handbell.analysis.judge.Bounds;
import org.handbell.analysis.meaning.ReadWhen;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the analysis runs.
///
/// @param packs where the policy packs lie: a resource pattern
/// @param tablesWithin longest wait at the start until both tables are read to their ends
/// @param accountWait longest wait, per batch of posts, for an account's record that is on its way
/// @param mostCharacters UTF-16 characters of a post, over all fields, beyond which it is not
///   judged; 1,000 to 1,000,000
/// @param mostHits hits in a post beyond which it is not judged; 100 to 100,000
/// @param meaning which posts the encoder reads for their meaning
/// @param timePerPost longest time for a post, beyond which it is not judged; 50 ms to 4 s
@Validated
@ConfigurationProperties(prefix = "handbell.analysis", ignoreUnknownFields = false)
public record AnalysisSettings(
        @NotBlank @DefaultValue("classpath*:policy/pack-*.yml") String packs,
        @NotNull @DefaultValue("60s") Duration tablesWithin,
        @NotNull @DefaultValue("2s") Duration accountWait,
        @Min(1_000) @Max(1_000_000) @DefaultValue("150000") int mostCharacters,
        @Min(100) @Max(100_000) @DefaultValue("20000") int mostHits,
        @NotNull @DefaultValue("always") ReadWhen meaning,
        @DefaultValue("2s") @DurationMin(millis = 50) @DurationMax(seconds = 4)
                Duration timePerPost) {

    Bounds bounds() {
        return new Bounds(mostCharacters, mostHits, timePerPost);
    }
}
