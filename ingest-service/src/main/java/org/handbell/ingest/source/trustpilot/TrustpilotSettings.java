package org.handbell.ingest.source.trustpilot;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Trustpilot is read.
///
/// @param api scheme and host, without a slash at the end
/// @param web where a person sees a review
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.trustpilot", ignoreUnknownFields = false)
public record TrustpilotSettings(
        @NotNull @DefaultValue("https://api.trustpilot.com") URI api,
        @NotNull @DefaultValue("https://www.trustpilot.com") URI web) {}
