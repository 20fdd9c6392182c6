package org.handbell.contract;

import java.time.Instant;

/// `media.v1`: bounded images of posts under a case, never of one under the illegal-image protocol.
public sealed interface MediaEvent extends Event {

    String postId();

    @Override
    default String key() {
        return postId();
    }

    /// One image as it was seen.
    ///
    /// @param index its place in the post's media, from 0
    /// @param sha256 hex over `bytes`
    /// @param bytes the file, at most {@value #MAX_BYTES} bytes, base64 on the wire
    record Captured(
            String postId,
            String accountId,
            int index,
            String contentType,
            String sha256,
            byte[] bytes,
            Instant at)
            implements MediaEvent {

        /// Largest image kept, in bytes.
        public static final int MAX_BYTES = 4 * 1024 * 1024;

        public Captured {
            Require.text(postId, "postId");
            Require.text(accountId, "accountId");
            Require.text(contentType, "contentType");
            Require.text(sha256, "sha256");
            Require.present(bytes, "bytes");
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "bytes has " + bytes.length + ", at most " + MAX_BYTES + " allowed");
            }
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("media", postId, sha256);
        }
    }
}
