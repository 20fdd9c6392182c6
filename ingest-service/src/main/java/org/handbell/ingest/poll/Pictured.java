package org.handbell.ingest.poll;

import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.Post;
import org.handbell.contract.PostEvent;
import org.handbell.ingest.picture.Pictures;
import org.handbell.ingest.picture.Pictures.Glance;
import org.handbell.ingest.watch.Watches;

/// What a look found, with what its pictures show. The newest posts come first, since there may not
/// be time for all; a post whose pictures were not looked at goes on as it is.
final class Pictured {

    private final Pictures pictures;
    private final Watches watches;

    Pictured(Pictures pictures, Watches watches) {
        this.pictures = pictures;
        this.watches = watches;
    }

    /// @param steps oldest first
    List<Step> steps(Look look, List<Step> steps) {
        if (steps.isEmpty()) {
            return steps;
        }
        var glance = pictures.begin(look.account().platform());
        var pictured = new ArrayList<Step>();
        steps.reversed().forEach(step -> pictured.add(step(step, glance)));
        return pictured.reversed();
    }

    private Step step(Step step, Glance glance) {
        return step instanceof Step.Tell(var event, var seen)
                ? new Step.Tell(event(event, glance), seen)
                : step;
    }

    private PostEvent event(PostEvent event, Glance glance) {
        return switch (event) {
            case PostEvent.Observed(var post) -> new PostEvent.Observed(at(post, glance));
            case PostEvent.Edited(var post) -> new PostEvent.Edited(at(post, glance));
            case PostEvent.Withdrawn gone -> gone;
        };
    }

    private Post at(Post post, Glance glance) {
        return watches.mayFetchPictures(post.postId()) ? glance.at(post) : post;
    }
}
