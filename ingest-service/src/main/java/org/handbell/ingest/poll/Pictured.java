package org.handbell.ingest.poll;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.picture.Pictures.Glance;
import org.handbell.ingest.watch.Watches;

/// What a look found, with what its pictures show. The newest posts come first, since there may not
/// be time for all; a post whose pictures were not looked at goes on as it is.
final class Pictured {

    private final Glance glance;
    private final Watches watches;

    Pictured(Glance glance, Watches watches) {
        this.glance = glance;
        this.watches = watches;
    }

    /// @param steps oldest first
    List<Step> steps(List<Step> steps) {
        var pictured = new ArrayList<Step>();
        steps.reversed().forEach(step -> pictured.add(step(step)));
        return pictured.reversed();
    }

    private Step step(Step step) {
        return step instanceof Step.Tell(var event, var seen)
                ? new Step.Tell(event(event), seen)
                : step;
    }

    private PostEvent event(PostEvent event) {
        return switch (event) {
            case PostEvent.Observed(var post) -> new PostEvent.Observed(at(post));
            case PostEvent.Edited(var post) -> new PostEvent.Edited(at(post));
            case PostEvent.Withdrawn gone -> gone;
        };
    }

    private Post at(Post post) {
        return watches.mayFetchPictures(post.postId()) ? glance.at(post) : post;
    }
}
