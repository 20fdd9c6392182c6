package org.handbell.cases.pictures;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The pictures under cases. Changes run in the caller's transaction.
interface Pictures {

    /// Most pictures kept of one post.
    int MOST_OF_A_POST = 4;

    /// Keeps a picture, unless it is kept already or there are as many as are kept of a post.
    ///
    /// @return whether it was kept
    boolean keep(String caseId, Picture picture);

    /// Numbers and blurred pictures, as they came; empty after the case's key was erased.
    List<Blurred> of(String caseId);

    /// One of them as it was captured.
    Optional<Clear> clear(String caseId, int number);

    /// Whether pictures of this post may not be kept.
    boolean withheld(String postId);

    /// Removes all pictures of these posts, under whichever case, and never keeps one again.
    ///
    /// @return how many were removed
    int withhold(Collection<String> posts, Instant since);

    /// A picture to keep.
    ///
    /// @param type of its content, not as it was called
    record Picture(
            String postId,
            String sha256,
            PictureType type,
            byte[] bytes,
            byte[] blurred,
            Instant capturedAt) {

        @Override
        public String toString() {
            return "Picture";
        }
    }

    /// @param number within its case, from 1
    /// @param png so that nobody can be recognised
    record Blurred(int number, String postId, Instant capturedAt, byte[] png) {

        @Override
        public String toString() {
            return "Blurred[" + number + "]";
        }
    }

    record Clear(int number, Instant capturedAt, String sha256, PictureType type, byte[] bytes) {

        @Override
        public String toString() {
            return "Clear[" + number + "]";
        }
    }
}
