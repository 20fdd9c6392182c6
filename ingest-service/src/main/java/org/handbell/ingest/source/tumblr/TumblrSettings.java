package org.handbell.ingest.source.tumblr;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Tumblr is asked, and how much is read.
///
/// @param api the API's server
/// @param likes most of the newest likes read in a full reading, where the blog shows them to
///   everybody; 0 reads none
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.tumblr", ignoreUnknownFields = false)
public record TumblrSettings(
        @DefaultValue("https://api.tumblr.com") @NotNull URI api,
        @DefaultValue("0") @Min(0) @Max(100) int likes) {}
