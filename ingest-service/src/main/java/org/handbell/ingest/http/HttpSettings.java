package org.handbell.ingest.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How this service behaves on the web.
///
/// @param contact an e-mail or web address where a server's operator reaches the trust; sent with
///   each request
/// @param allowedPrivate `host:port` of servers on private addresses that may be read all the same,
///   such as `localhost:2583`; everything else private is refused
/// @param connectTimeout longest wait for a connection
/// @param readTimeout longest wait for a whole answer
/// @param maxBody largest body after unpacking, from 1 KB to 64 MB
/// @param maxRedirects most redirects followed, each one checked anew
/// @param hosts most hosts remembered; the least recently used is forgotten
/// @param perHost manners towards one host
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.http", ignoreUnknownFields = false)
public record HttpSettings(
        @DefaultValue("") @NotNull @Pattern(regexp = "[\\x20-\\x7e]{0,200}") String contact,
        @DefaultValue List<@Pattern(regexp = ".+:[0-9]{1,5}") String> allowedPrivate,
        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 1)
                Duration connectTimeout,
        @DefaultValue("20s") @DurationMin(millis = 10) @DurationMax(minutes = 5)
                Duration readTimeout,
        @DefaultValue("5MB") DataSize maxBody,
        @DefaultValue("3") @Min(0) @Max(10) int maxRedirects,
        @DefaultValue("500") @Min(1) @Max(10_000) int hosts,
        @DefaultValue @Valid PerHost perHost) {

    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(64);

    public HttpSettings {
        allowedPrivate = List.copyOf(allowedPrivate);
        if (maxBody.toBytes() < 1024 || maxBody.compareTo(LARGEST_BODY) > 0) {
            throw new IllegalArgumentException(
                    "handbell.ingest.http.max-body must be between 1KB and " + LARGEST_BODY);
        }
    }

    /// How this service names itself.
    String userAgent() {
        return "Handbell/0.1 (" + (contact.isBlank() ? "no contact set" : contact) + ")";
    }

    /// Manners towards one host.
    ///
    /// @param requests most requests in a `period`, until the host's own headers say otherwise
    /// @param period what `requests` counts over
    /// @param patience longest wait for a free place or a permit before the caller is told to come
    ///   back later
    /// @param concurrent most requests at a time
    /// @param attempts most attempts at one request, the first included
    /// @param backoff wait before the second attempt; doubles and jitters from there
    /// @param restAfterFailures how long a host that keeps failing is left alone
    public record PerHost(
            @DefaultValue("30") @Min(1) @Max(1000) int requests,
            @DefaultValue("10s") @DurationMin(millis = 10) @DurationMax(minutes = 5)
                    Duration period,
            @DefaultValue("10s") @DurationMax(minutes = 1) Duration patience,
            @DefaultValue("4") @Min(1) @Max(64) int concurrent,
            @DefaultValue("3") @Min(1) @Max(5) int attempts,
            @DefaultValue("500ms") @DurationMin(millis = 1) @DurationMax(seconds = 30)
                    Duration backoff,
            @DefaultValue("1m") @DurationMin(millis = 10) @DurationMax(hours = 1)
                    Duration restAfterFailures) {}
}
