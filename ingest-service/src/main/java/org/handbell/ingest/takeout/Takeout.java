package org.handbell.ingest.takeout;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.handbell.contract.SubmissionEvent;
import org.handbell.ingest.source.MalformedItemException;

/// Brings the public posts of an archive in, one after the other. What the gates say of them is
/// decided where submissions are taken: they refuse what was posted before the account's notice
/// took effect, and all of Google+ is older than any notice that names it today.
///
/// @param reader for one account
public record Takeout(TakeoutPost reader) {

    /// Hands each public post over, in the order of the archive's file names.
    ///
    /// @throws IOException where the archive as a whole cannot be read
    public Count read(TakeoutArchive archive, Consumer<SubmissionEvent.Submitted> taker)
            throws IOException {
        try (Stream<TakeoutArchive.PostFile> posts = archive.posts()) {
            return posts.map(post -> read(post, taker)).reduce(Count.NONE, Count::and);
        }
    }

    private Count read(TakeoutArchive.PostFile post, Consumer<SubmissionEvent.Submitted> taker) {
        try {
            var submitted = reader.read(post.bytes());
            submitted.ifPresent(taker);
            return submitted.isPresent() ? new Count(1, 0, 0) : new Count(0, 1, 0);
        } catch (MalformedItemException | IOException e) {
            return new Count(0, 0, 1);
        }
    }

    /// What became of the posts of an archive.
    ///
    /// @param handedOver public ones
    /// @param notPublic such as were not shown to everybody
    /// @param unreadable files that are no post, are too large or broken
    public record Count(int handedOver, int notPublic, int unreadable) {

        static final Count NONE = new Count(0, 0, 0);

        Count and(Count other) {
            return new Count(
                    handedOver + other.handedOver,
                    notPublic + other.notPublic,
                    unreadable + other.unreadable);
        }
    }
}
