package org.handbell.ingest.source.facebook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Pages are read, and how much of them.
///
/// @param api scheme, host and port of the Graph API
/// @param version of the Graph API; each works for about two years
/// @param list which of a Page's lists is read: all that it published, or its timeline
/// @param commentedPosts most posts whose comments are read in one reading; 0 reads none
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.facebook", ignoreUnknownFields = false)
public record FacebookSettings(
        @DefaultValue("https://graph.facebook.com") @NotNull URI api,
        @DefaultValue("v25.0") @NotNull @Pattern(regexp = "v[0-9]{1,3}\\.[0-9]") String version,
        @DefaultValue("published_posts") @NotNull @Pattern(regexp = "published_posts|posts")
                String list,
        @DefaultValue("20") @Min(0) @Max(50) int commentedPosts) {}
