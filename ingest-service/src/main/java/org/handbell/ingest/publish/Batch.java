package org.handbell.ingest.publish;

import java.util.List;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.PostEvent;

/// What is written together or not at all: news of posts, pictures of those under a case, and the
/// cursor that follows them.
public record Batch(
        List<PostEvent> posts,
        List<MediaEvent> pictures,
        List<DeadLetter> rejected,
        CursorEvent cursor) {

    /// Without pictures.
    public Batch(List<PostEvent> posts, List<DeadLetter> rejected, CursorEvent cursor) {
        this(posts, List.of(), rejected, cursor);
    }

    public Batch {
        pictures = List.copyOf(pictures);
        posts = List.copyOf(posts);
        rejected = List.copyOf(rejected);
    }
}
