package org.handbell.ingest.source.youtube;

import static org.handbell.ingest.source.Fields.possibleTime;

import java.time.Instant;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Paging;
import org.handbell.ingest.source.Paging.End;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.TimePosition;
import org.handbell.ingest.source.youtube.YoutubePosition.Channel;
import org.jspecify.annotations.Nullable;

/// Reads a channel's videos by their titles and descriptions, and in a full reading its own
/// comments under them. What others wrote there is passed over unread.
public final class YoutubeSource implements Source {

    private static final Pattern POST =
            Pattern.compile(
                    "https://www\\.youtube\\.com/watch\\?v=([A-Za-z0-9_-]+)(?:&lc=([A-Za-z0-9._-]+))?");

    private final YoutubeSettings settings;
    private final YoutubeClient client;
    private final Credentials credentials;

    YoutubeSource(YoutubeSettings settings, YoutubeClient client, Credentials credentials) {
        this.settings = settings;
        this.client = client;
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "youtube";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.YOUTUBE
                && YoutubeAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return YoutubeCoverage.of(settings);
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = YoutubeAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must be a channel's id, handle or page");
        }
        if (!credentials.heldFor(settings.api())) {
            return new Fetch.Refused(
                    "YouTube needs an API key, sent as query:key: see handbell.ingest.tokens");
        }
        var before = YoutubePosition.unpack(position);
        var known = before.channel();
        var channel = known == null ? client.channel(address.get()) : Step.go(known);
        return channel.end(found ->
                depth == Depth.SWEEP
                        ? all(found, before, Gate.since(account))
                        : newest(found, before, before.read().until(Gate.since(account))));
    }

    /// GONE where YouTube finds nothing to show of it: it is deleted, or no longer public.
    @Override
    public Presence presence(Registered account, String postId) {
        var post = POST.matcher(postId);
        if (!post.matches()) {
            return Presence.UNKNOWN;
        }
        var comment = post.group(2);
        var found =
                comment == null
                        ? client.isThere("videos", post.group(1))
                        : client.isThere("comments", comment);
        return found.map(there -> there ? Presence.THERE : Presence.GONE).orElse(Presence.UNKNOWN);
    }

    private Fetch newest(Channel channel, YoutubePosition before, Instant since) {
        var harvest = new Harvest();
        return videos(channel, harvest, since)
                .end(_ -> fetched(harvest, channel, harvest.after(before.read()), false));
    }

    private Fetch all(Channel channel, YoutubePosition before, Instant since) {
        var harvest = new Harvest();
        var videos = videos(channel, harvest, since);
        var after = harvest.after(before.read());
        return videos.then(seen ->
                        settings.comments()
                                ? comments(channel, harvest).then(own -> Step.go(seen.and(own)))
                                : Step.go(seen))
                .end(seen -> fetched(harvest, channel, after, seen != End.CUT));
    }

    private static Fetch fetched(
            Harvest harvest, Channel channel, TimePosition videos, boolean complete) {
        return harvest.fetched(new YoutubePosition(channel, videos).pack(), complete);
    }

    private Step<End> videos(Channel channel, Harvest harvest, Instant since) {
        return new Paging(
                        harvest,
                        token -> client.videos(channel, token),
                        YoutubeItem::video,
                        video ->
                                possibleTime(video.path("contentDetails"), "videoPublishedAt")
                                        .filter(at -> at.isBefore(since))
                                        .isPresent())
                .read();
    }

    private Step<End> comments(Channel channel, Harvest harvest) {
        return new Paging(
                        harvest,
                        token -> client.comments(channel, token),
                        comment -> YoutubeItem.comment(comment, channel.id()),
                        _ -> false)
                .read();
    }
}
