package org.handbell.ingest.source.googlereviews;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Google's reviews are read.
///
/// @param api scheme and host, without a slash at the end
@Validated
@ConfigurationProperties(
        prefix = "handbell.ingest.sources.googlereviews",
        ignoreUnknownFields = false)
public record GoogleReviewsSettings(
        @NotNull @DefaultValue("https://mybusiness.googleapis.com") URI api) {}
