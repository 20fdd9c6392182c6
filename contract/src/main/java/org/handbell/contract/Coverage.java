package org.handbell.contract;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a source can and cannot see; it travels with each post, so that nobody decides on more than
/// was seen.
///
/// @param source the source's name, as in its settings: `rss`, `mastodon`, `bluesky`
/// @param proven how the source was tested: against the live service, a real server or a stub
/// @param sees how well it sees each kind of thing; a kind that is missing was not declared
/// @param cannotSee plain sentences for the case page, such as "Deleted posts are not shown by a
///   feed."
/// @param history how far back it reads, in words, such as "the newest 3,200 posts"; null where it
///   was not declared
/// @param delay the usual time from posting to capture, in words, such as "up to 5 minutes"
/// @param terms what the platform's terms say of keeping copies, in a plain sentence; null where
///   nothing is known
public record Coverage(
        String source,
        Proof proven,
        Map<Kind, Sight> sees,
        List<String> cannotSee,
        @Nullable String history,
        String delay,
        @Nullable String terms) {

    public Coverage {
        Require.text(source, "coverage.source");
        Require.present(proven, "coverage.proven");
        sees = inOrder(sees);
        cannotSee = Require.listed(cannotSee);
        Require.text(delay, "coverage.delay");
    }

    /// How well it sees one kind of thing.
    public Sight sees(Kind kind) {
        return sees.getOrDefault(kind, Sight.NO);
    }

    /// In the order of the kinds, so that the same coverage has the same bytes; older writers leave
    /// it out: absent means empty.
    private static Map<Kind, Sight> inOrder(@Nullable Map<Kind, Sight> sees) {
        var inOrder = new EnumMap<Kind, Sight>(Kind.class);
        if (sees != null) {
            inOrder.putAll(sees);
        }
        return Collections.unmodifiableMap(inOrder);
    }

    /// What a source was run against before it was shipped.
    public enum Proof {
        LIVE,
        REAL_SERVER,
        STUB
    }

    /// Kinds of things that an account does on a platform, or that happen to them.
    public enum Kind {
        POSTS,
        COMMENTS,
        LIKES,
        SHARES,
        POLLS,
        PICTURES,
        EDITS,
        DELETIONS
    }

    /// How well a kind of thing is seen.
    public enum Sight {
        YES,
        /// Some of them, or some of what they say; a sentence of `cannotSee` tells which.
        PARTLY,
        NO
    }
}
