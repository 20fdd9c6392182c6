package org.handbell.ingest.source.linkedin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where LinkedIn is read, and how much of it.
///
/// @param api scheme, host and port of the interface
/// @param version year and month of the interface; each works for about a year
/// @param members `urn:li:person:…` of members who consented to compliance events for the trust's
///   approved application; nobody else's are asked for
/// @param commentedPosts most posts whose comments are read in one reading; 0 reads none
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.linkedin", ignoreUnknownFields = false)
public record LinkedInSettings(
        @DefaultValue("https://api.linkedin.com") @NotNull URI api,
        @DefaultValue("202605") @NotNull @Pattern(regexp = "20[0-9]{2}(0[1-9]|1[0-2])")
                String version,
        @DefaultValue List<@Pattern(regexp = "urn:li:person:[A-Za-z0-9_-]{1,60}") String> members,
        @DefaultValue("10") @Min(0) @Max(50) int commentedPosts) {

    public LinkedInSettings {
        members = List.copyOf(members);
    }
}
