package org.handbell.ingest.source.instagram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Instagram is read, and how much of it.
///
/// @param api scheme, host and port of the Graph API: Facebook's, or `https://graph.instagram.com`
///   for a token of Instagram's own sign-in, which knows no business discovery
/// @param version of the Graph API; each works for about two years
/// @param discoverWith number of the trust's own professional account through which others are read
///   by their names; null where only own accounts are read, by their numbers
/// @param commentedPosts most posts whose comments are read in one reading; 0 reads none
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.instagram", ignoreUnknownFields = false)
public record InstagramSettings(
        @DefaultValue("https://graph.facebook.com") @NotNull URI api,
        @DefaultValue("v25.0") @NotNull @Pattern(regexp = "v[0-9]{1,3}\\.[0-9]") String version,
        @Nullable @Pattern(regexp = "[0-9]{5,25}") String discoverWith,
        @DefaultValue("20") @Min(0) @Max(50) int commentedPosts) {}
