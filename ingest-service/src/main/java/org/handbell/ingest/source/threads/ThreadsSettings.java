package org.handbell.ingest.source.threads;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Threads is read.
///
/// @param api scheme, host and port of the interface
/// @param version of the interface
/// @param discovery whether Meta granted the app to read public profiles by their names
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.threads", ignoreUnknownFields = false)
public record ThreadsSettings(
        @DefaultValue("https://graph.threads.com") @NotNull URI api,
        @DefaultValue("v1.0") @NotNull @Pattern(regexp = "v[0-9]{1,3}\\.[0-9]") String version,
        @DefaultValue("false") boolean discovery) {}
