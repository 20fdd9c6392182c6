package org.handbell.ingest.poll;

import static org.handbell.ingest.Invented.NOON;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.picture.Copied;
import org.handbell.ingest.picture.Pictures;
import org.handbell.ingest.publish.Marked;

/// Pictures that are there or away as the test says.
final class ScriptedPictures implements Pictures {

    final Set<String> away = new HashSet<>();
    final List<String> fetched = new ArrayList<>();
    Runnable meanwhile = () -> {};

    @Override
    public Glance begin(Platform platform) {
        return new Glance() {
            @Override
            public Post at(Post post) {
                post.media().forEach(medium -> fetched.add(String.valueOf(medium.url())));
                return post.media().isEmpty() ? post : Marked.seen(post);
            }

            @Override
            public Copied copy(Wanted wanted) {
                return copied(wanted);
            }
        };
    }

    @Override
    public void close() {}

    private Copied copied(Wanted wanted) {
        var url = String.valueOf(wanted.media().url());
        fetched.add(url);
        meanwhile.run();
        if (away.stream().anyMatch(url::endsWith)) {
            return new Copied.Nothing(false);
        }
        return new Copied.Copy(
                new MediaEvent.Captured(
                        wanted.postId(),
                        wanted.accountId(),
                        wanted.index(),
                        "image/png",
                        "ab",
                        new byte[8],
                        NOON));
    }
}
