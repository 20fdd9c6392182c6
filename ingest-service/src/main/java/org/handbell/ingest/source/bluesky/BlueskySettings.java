package org.handbell.ingest.source.bluesky;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Bluesky's directories are, and how much is read.
///
/// @param resolver server that tells the DID of a handle
/// @param plc directory of `did:plc` documents
/// @param web where a person sees a post
/// @param reposts most of the newest reposts read with the words of what they share, each of which
///   costs up to two requests; 0 reads none
/// @param likes whether likes are read as well, under the same bound
/// @param jetstream a stream that tells at once when an account has posted; null where none is
///   listened to. Whoever runs it learns which accounts are read here
/// @param jetstreamConnections most connections to it, for 100 accounts each; the others are polled
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.bluesky", ignoreUnknownFields = false)
public record BlueskySettings(
        @DefaultValue("https://public.api.bsky.app") @NotNull URI resolver,
        @DefaultValue("https://plc.directory") @NotNull URI plc,
        @DefaultValue("https://bsky.app") @NotNull URI web,
        @DefaultValue("50") @Min(0) @Max(200) int reposts,
        @DefaultValue("false") boolean likes,
        @Nullable URI jetstream,
        @DefaultValue("10") @Min(1) @Max(50) int jetstreamConnections) {

    /// The collections that are read besides posts.
    List<String> engagements() {
        var collections = new ArrayList<String>();
        if (reposts > 0) {
            collections.add(AtUri.REPOST);
        }
        if (likes) {
            collections.add(AtUri.LIKE);
        }
        return collections;
    }
}
