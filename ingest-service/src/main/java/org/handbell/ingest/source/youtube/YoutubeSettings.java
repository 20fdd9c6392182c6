package org.handbell.ingest.source.youtube;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where YouTube is asked, and what is read.
///
/// @param api the API's server
/// @param comments whether a full reading looks for the channel's own comments under its videos
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.youtube", ignoreUnknownFields = false)
public record YoutubeSettings(
        @DefaultValue("https://www.googleapis.com") @NotNull URI api,
        @DefaultValue("true") boolean comments) {}
