package org.handbell.ingest.source.tumblr;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.TimePosition;
import org.jspecify.annotations.Nullable;

/// Reads a blog's posts, reblogs and answers from Tumblr, and its likes where it shows them.
public final class TumblrSource implements Source {

    private static final Pattern POST = Pattern.compile("tumblr:post/([0-9]{1,20})");

    private final TumblrSettings settings;
    private final Web web;
    private final Credentials credentials;

    TumblrSource(TumblrSettings settings, Web web, Credentials credentials) {
        this.settings = settings;
        this.web = web;
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "tumblr";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.TUMBLR
                && TumblrBlog.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        var cannotSee = new ArrayList<String>();
        cannotSee.add("Built to the published contract and tested against a stand-in only.");
        cannotSee.add("When a post was edited is not told, only that it changed.");
        cannotSee.add("Replies under posts, and private messages, are not read.");
        cannotSee.add("What is behind a paywall is not read.");
        cannotSee.add(
                settings.likes() > 0
                        ? "Of likes, the newest "
                                + settings.likes()
                                + " are read where the blog"
                                + " shows them to everybody."
                        : "Likes are not read.");
        return new Coverage(
                name(),
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.YES,
                        Coverage.Kind.COMMENTS, Coverage.Sight.NO,
                        Coverage.Kind.LIKES,
                                settings.likes() > 0 ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.YES,
                        Coverage.Kind.POLLS, Coverage.Sight.YES,
                        Coverage.Kind.PICTURES, Coverage.Sight.YES,
                        Coverage.Kind.EDITS, Coverage.Sight.YES,
                        Coverage.Kind.DELETIONS, Coverage.Sight.YES),
                cannotSee,
                "the newest 500 posts",
                "up to the polling interval",
                "Tumblr's terms for its API apply; how long copies may be kept is not known to us.");
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var blog = TumblrBlog.of(account.address());
        if (blog.isEmpty()) {
            return new Fetch.Refused("the address must be the name or the address of a blog");
        }
        if (!credentials.heldFor(settings.api())) {
            return new Fetch.Refused(
                    "Tumblr needs the key of a registered app, sent as query:api_key: see"
                            + " handbell.ingest.tokens");
        }
        var before = TimePosition.unpack(position);
        var reading = new TumblrReading(web, settings, account, blog.get(), before);
        var notice = Gate.since(account);
        return depth == Depth.SWEEP ? reading.all(notice) : reading.upTo(before.until(notice));
    }

    /// GONE only where the blog answers 404 for the post.
    @Override
    public Presence presence(Registered account, String postId) {
        var post = POST.matcher(postId);
        var blog = TumblrBlog.of(account.address());
        if (!post.matches() || blog.isEmpty()) {
            return Presence.UNKNOWN;
        }
        var id = post.group(1);
        var reply =
                web.get(Query.json(blog.get().api(settings.api(), "posts", "npf=true&id=" + id)));
        if (reply instanceof Answered answered && answered.status() == 404) {
            return Presence.GONE;
        }
        return Answers.json(reply) instanceof Step.Go(var answer)
                        && textOrEmpty(answer.path("response").path("posts").path(0), "id_string")
                                .equals(id)
                ? Presence.THERE
                : Presence.UNKNOWN;
    }
}
