package org.handbell.contract;

import java.util.List;

/// What a source can and cannot see; it travels with each post, so that nobody decides on more than
/// was seen.
///
/// @param source the source's name, as in its settings: `rss`, `mastodon`, `bluesky`
/// @param proven how the source was tested: against the live service, a real server or a stub
/// @param cannotSee plain sentences for the case page, such as "Deleted posts are not shown by a
///   feed."
/// @param delay the usual time from posting to capture, in words, such as "up to 5 minutes"
public record Coverage(String source, Proof proven, List<String> cannotSee, String delay) {

    public Coverage {
        Require.text(source, "coverage.source");
        Require.present(proven, "coverage.proven");
        cannotSee = Require.listed(cannotSee);
        Require.text(delay, "coverage.delay");
    }

    /// What a source was run against before it was shipped.
    public enum Proof {
        LIVE,
        REAL_SERVER,
        STUB
    }
}
