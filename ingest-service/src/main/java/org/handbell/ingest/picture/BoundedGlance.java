package org.handbell.ingest.picture;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.handbell.contract.MediaEvent;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.ingest.http.ForPlatform;
import org.handbell.ingest.picture.BoundedPictures.Rules;
import org.handbell.ingest.picture.Pictures.Glance;
import org.handbell.ingest.picture.Pictures.Wanted;
import org.jspecify.annotations.Nullable;

/// Looks at one picture after the other until time is over.
final class BoundedGlance implements Glance {

    private final Platform platform;
    private final Loader loader;
    private final Eyes eyes;
    private final TimedWork work;
    private final Rules rules;

    BoundedGlance(Platform platform, Loader loader, Eyes eyes, TimedWork work, Rules rules) {
        this.platform = platform;
        this.loader = loader;
        this.eyes = eyes;
        this.work = work;
        this.rules = rules;
    }

    @Override
    public Post at(Post post) {
        var media = new ArrayList<Post.Media>();
        int pictures = 0;
        boolean missed = false;
        for (var medium : post.media()) {
            var address = Loader.address(medium);
            if (address.isPresent()) {
                pictures++;
                var sight = pictures > rules.perPost() ? tooMany() : sight(address.get());
                missed |= sight.outcome() != Outcome.LOOKED;
                media.add(SeenPost.medium(medium, sight));
            } else {
                media.add(medium);
            }
        }
        return pictures == 0 ? post : SeenPost.post(post, media, missed, eyes.read());
    }

    @Override
    public Copied copy(Wanted wanted) {
        var address = Loader.address(wanted.media());
        if (address.isEmpty()) {
            return new Copied.Nothing(true);
        }
        work.next();
        var packed = packed(address.get());
        rules.metrics().ended(platform, packed.outcome());
        var file = packed.file();
        return file == null
                ? new Copied.Nothing(packed.outcome().isLasting())
                : new Copied.Copy(captured(wanted, file));
    }

    private Sight sight(URI address) {
        work.next();
        var sight = looked(address);
        rules.metrics().ended(platform, sight.outcome());
        return sight;
    }

    private Sight looked(URI address) {
        try {
            return switch (load(address)) {
                case Loaded.File(var body) ->
                        work.looked(() -> eyes.look(body.stream().readAllBytes()))
                                .orElseGet(() -> Sight.none(Outcome.NO_TIME));
                case Loaded.Missing(var why) -> Sight.none(why);
            };
        } catch (TimedWork.FailedException e) {
            return Sight.none(Outcome.UNREADABLE);
        }
    }

    private Sight tooMany() {
        rules.metrics().ended(platform, Outcome.TOO_MANY);
        return Sight.none(Outcome.TOO_MANY);
    }

    private Loaded load(URI address) throws TimedWork.FailedException {
        return work.fetched(() -> ForPlatform.ask(platform, () -> loader.load(address)))
                .orElseGet(() -> new Loaded.Missing(Outcome.NO_TIME));
    }

    private Packed packed(URI address) {
        try {
            return switch (load(address)) {
                case Loaded.File(var body) ->
                        work.looked(() -> packed(body.stream().readAllBytes()))
                                .orElseGet(() -> new Packed(Outcome.NO_TIME, null));
                case Loaded.Missing(var why) -> new Packed(why, null);
            };
        } catch (TimedWork.FailedException e) {
            return new Packed(Outcome.UNREADABLE, null);
        }
    }

    private Packed packed(byte[] file) throws IOException {
        return switch (eyes.decode(file)) {
            case Decoded.Unread(var why) -> new Packed(why, null);
            case Decoded.Picture picture ->
                    Packing.of(picture)
                            .map(small -> new Packed(Outcome.COPIED, small))
                            .orElseGet(() -> new Packed(Outcome.TOO_LARGE, null));
        };
    }

    private MediaEvent.Captured captured(Wanted wanted, Packing.File file) {
        return new MediaEvent.Captured(
                wanted.postId(),
                wanted.accountId(),
                wanted.index(),
                file.contentType(),
                sha256(file.bytes()),
                file.bytes(),
                rules.clock().instant());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Packed(Outcome outcome, Packing.@Nullable File file) {}
}
