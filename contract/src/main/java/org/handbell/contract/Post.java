package org.handbell.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One public item as observed: what it said at one time. An edit is a new observation of the same
/// post.
///
/// @param postId the platform's own URI of the item, the same over all edits
/// @param observationId derived from `postId` and `contentHash`
/// @param accountId the registered account it was collected for
/// @param author where others write as well, in a group account or as comments under an official
///   blog, who wrote it, as the platform names them; null where it is the holder's own
/// @param url where a person can see it; null where the platform gives none
/// @param postedAt when it was posted, in UTC
/// @param platformTime the platform's own time, letter for letter; null where it gave none
/// @param editedAt when the platform says it was last edited; null where it does not say
/// @param capturedAt when Handbell saw this state, in UTC
/// @param text what the account holder wrote, as plain text; at most {@value #MAX_TEXT} characters
/// @param language BCP 47 tag as the platform gives it; null where it gives none
/// @param of what a share, like, comment or reply engages with; null for others
/// @param contentHash SHA-256 (hex) over all that was said: text, media, links, options, `of`
/// @param original the item as the platform sent it, at most {@value #MAX_ORIGINAL} bytes of UTF-8;
///   null where it was brought in by hand
/// @param truncated names of the fields that were cut to their bound: `text`, `original`
/// @param coverage what the source cannot see
/// @param broughtIn true where a person brought it in by hand
public record Post(
        String postId,
        String observationId,
        String accountId,
        Platform platform,
        Action action,
        @Nullable String author,
        @Nullable String url,
        Instant postedAt,
        @Nullable String platformTime,
        @Nullable Instant editedAt,
        Instant capturedAt,
        String text,
        @Nullable String language,
        List<Media> media,
        List<String> links,
        @Nullable Engaged of,
        List<String> pollOptions,
        String contentHash,
        @Nullable String original,
        List<String> truncated,
        Coverage coverage,
        boolean broughtIn) {

    /// Longest text kept, in UTF-16 characters.
    public static final int MAX_TEXT = 100_000;

    /// Longest original kept, in bytes of UTF-8.
    public static final int MAX_ORIGINAL = 256 * 1024;

    public Post {
        Require.text(postId, "postId");
        Require.text(observationId, "observationId");
        Require.text(accountId, "accountId");
        Require.present(platform, "platform");
        Require.present(action, "action");
        Require.time(postedAt, "postedAt");
        Require.time(capturedAt, "capturedAt");
        Require.present(text, "text");
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "text has " + text.length() + " characters, at most " + MAX_TEXT + " allowed");
        }
        media = Require.listed(media);
        links = Require.listed(links);
        pollOptions = Require.listed(pollOptions);
        Require.text(contentHash, "contentHash");
        truncated = Require.listed(truncated);
        Require.present(coverage, "coverage");
    }

    /// A picture or video of a post, as text and flags: the bytes do not travel with it.
    ///
    /// @param alt the platform's description; null where it has none
    /// @param ocr words legible in it; null where none were read
    /// @param marks the school's registered marks that were recognised in it
    /// @param located true where the file carries a place (EXIF)
    public record Media(
            MediaType type,
            @Nullable String url,
            @Nullable String alt,
            @Nullable String ocr,
            List<String> marks,
            boolean located) {

        public Media {
            Require.present(type, "media.type");
            marks = Require.listed(marks);
        }
    }

    /// Still or moving.
    public enum MediaType {
        IMAGE,
        VIDEO
    }

    /// What a share, like, comment or reply engages with.
    public record Engaged(@Nullable String author, String text, @Nullable String url) {

        public Engaged {
            Require.present(text, "of.text");
        }
    }
}
