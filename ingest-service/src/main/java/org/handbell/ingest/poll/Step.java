package org.handbell.ingest.poll;

import org.handbell.contract.MediaEvent;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.cursor.Seen;
import org.handbell.ingest.publish.DeadLetter;
import org.jspecify.annotations.Nullable;

/// One thing that a look found, with what the cursor must remember of it.
sealed interface Step {

    Seen.Item seen();

    /// How much of a transaction it takes, roughly, in characters.
    int weight();

    /// News of a post.
    record Tell(PostEvent event, Seen.Item seen) implements Step {

        @Override
        public int weight() {
            return switch (event) {
                case PostEvent.Observed(var post) -> weight(post.text(), post.original());
                case PostEvent.Edited(var post) -> weight(post.text(), post.original());
                case PostEvent.Withdrawn gone -> 0;
            };
        }

        private static int weight(String text, @Nullable String original) {
            return text.length() + (original == null ? 0 : original.length());
        }
    }

    /// A picture of a post under a case.
    ///
    /// @param picture a copy; null where there can be none
    record Keep(MediaEvent.@Nullable Captured picture, Seen.Item seen) implements Step {

        @Override
        public int weight() {
            return picture == null ? 0 : picture.bytes().length / 3 * 4;
        }
    }

    /// Something that could not become a post.
    record Reject(DeadLetter letter, Seen.Item seen) implements Step {

        @Override
        public int weight() {
            return letter.original().length();
        }
    }
}
