package org.handbell.ingest.publish;

import java.util.List;
import org.handbell.contract.CursorEvent;
import org.handbell.contract.PostEvent;

/// What is written together or not at all: news of posts, and the cursor that follows them.
public record Batch(List<PostEvent> posts, List<DeadLetter> rejected, CursorEvent cursor) {

    public Batch {
        posts = List.copyOf(posts);
        rejected = List.copyOf(rejected);
    }
}
