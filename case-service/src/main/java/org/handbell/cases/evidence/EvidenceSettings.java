package org.handbell.cases.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the key is that wraps the keys of the cases.
///
/// @param masterKeyFile exactly 32 random bytes; whoever has it and the database can read the
///   evidence
/// @param createMissingKey whether a missing file is made with random bytes: for one machine only,
///   and so as `handbell.sign-in.local` where it is not said. Elsewhere a missing key stops the
///   start, for a new one would open nothing that was sealed
@Validated
@ConfigurationProperties(prefix = "handbell.evidence", ignoreUnknownFields = false)
public record EvidenceSettings(
        @DefaultValue("data/keys/evidence.key") Path masterKeyFile,
        @Nullable Boolean createMissingKey) {}
