package org.handbell.ingest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What all of the service shares.
///
/// @param group consumer group over the accounts, and the beginning of every transactional id: all
///   instances that share the work have the same one
/// @param fingerprintKeyFile at least 32 random bytes, the same for all instances; with another key
///   everything looks new
/// @param createFingerprintKey whether a missing key file is made; only sensible for one instance
@Validated
@ConfigurationProperties("handbell.ingest")
public record IngestSettings(
        @NotBlank @DefaultValue("handbell-ingest") String group,
        @NotNull @DefaultValue("data/ingest-fingerprint.key") Path fingerprintKeyFile,
        @DefaultValue("false") boolean createFingerprintKey) {}
