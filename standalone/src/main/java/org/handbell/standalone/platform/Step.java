package org.handbell.standalone.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happens on the platform by itself: a post, an edit or a deletion.
///
/// @param key its name, for later steps to refer to
/// @param afterMillis how long after the start
/// @param account who posts; null for an edit or deletion
/// @param text what the post says, or says now
/// @param boosts key of the step whose post is passed on
/// @param replyTo key of the step whose post is answered
/// @param edits key of the step whose post is edited
/// @param deletes key of the step whose post is deleted
record Step(
        String key,
        long afterMillis,
        @Nullable String account,
        @Nullable String text,
        @Nullable List<String> pictures,
        @Nullable List<String> pollOptions,
        @Nullable String boosts,
        @Nullable String replyTo,
        @Nullable String edits,
        @Nullable String deletes) {}
