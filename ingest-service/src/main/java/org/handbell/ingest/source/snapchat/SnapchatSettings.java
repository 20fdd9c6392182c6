package org.handbell.ingest.source.snapchat;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Snapchat's public profiles are read.
///
/// @param api the API's server
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.snapchat", ignoreUnknownFields = false)
public record SnapchatSettings(
        @DefaultValue("https://businessapi.snapchat.com") @NotNull URI api) {}
