package org.handbell.ingest.picture;

import org.handbell.contract.Post;
import org.handbell.ingest.picture.Pictures.Glance;
import org.handbell.ingest.picture.Pictures.Wanted;

/// Looks away.
final class NoGlance implements Glance {

    @Override
    public Post at(Post post) {
        return post;
    }

    @Override
    public Copied copy(Wanted wanted) {
        return new Copied.Nothing(false);
    }
}
