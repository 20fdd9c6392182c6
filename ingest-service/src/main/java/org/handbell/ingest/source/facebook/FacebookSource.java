package org.handbell.ingest.source.facebook;

import static org.handbell.ingest.source.Fields.text;

import java.util.HashMap;
import java.util.Map;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.graph.GraphClient;
import org.handbell.ingest.source.graph.GraphPages;
import org.handbell.ingest.source.paged.Page;
import org.handbell.ingest.source.paged.PagedPosition;
import org.handbell.ingest.source.paged.PagedReading;
import org.jspecify.annotations.Nullable;

/// Reads Facebook Pages: the trust's own with a token of the Page or of a system user, others'
/// where Meta granted the app Page Public Content Access. Lists are ranked and leave posts out, so
/// only the sweep, and asking for each missing post by itself, tells what is there.
public final class FacebookSource implements Source {

    private static final String GROUP =
            "no interface has reached Facebook groups since April 2024: the group's creator brings"
                    + " its posts in by hand";
    private static final String PROFILE =
            "no interface reaches a personal profile: its holder brings posts in by hand; a Page is"
                    + " registered by its number or its name";
    private static final String UNREADABLE =
            "the address must be the number of a Facebook Page, its name, or"
                    + " https://www.facebook.com/ and its name";
    private static final GraphClient.Words WORDS =
            new GraphClient.Words(
                    "Facebook",
                    "pages_read_engagement for the trust's own Page, with pages_read_user_content"
                            + " for comments, or Page Public Content Access for others");

    private final FacebookSettings settings;
    private final GraphClient graph;

    FacebookSource(FacebookSettings settings, Web web) {
        this.settings = settings;
        this.graph = new GraphClient(web, settings.api(), settings.version(), WORDS);
    }

    @Override
    public String name() {
        return "facebook";
    }

    /// Every address on Facebook, so that one which cannot be read is told why.
    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.FACEBOOK;
    }

    @Override
    public Coverage coverage() {
        return FacebookCoverage.of(settings);
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        return switch (FacebookAddress.of(account.address())) {
            case FacebookAddress.Group _ -> new Fetch.Refused(GROUP);
            case FacebookAddress.Profile _ -> new Fetch.Refused(PROFILE);
            case FacebookAddress.Unreadable _ -> new Fetch.Refused(UNREADABLE);
            case FacebookAddress.Page page -> {
                var before = PagedPosition.unpack(position);
                var own = graph.about(page.key());
                yield number(own, page, before, depth)
                        .end(id -> read(own, account, id, before, depth));
            }
        };
    }

    /// GONE where Facebook knows no such post and still shows the Page to this token.
    @Override
    public Presence presence(Registered account, String postId) {
        return FacebookAddress.of(account.address()) instanceof FacebookAddress.Page page
                ? FacebookEntries.number(postId)
                        .map(id -> graph.about(page.key()).presence(id, page.key()))
                        .orElse(Presence.UNKNOWN)
                : Presence.UNKNOWN;
    }

    private static Step<String> number(
            GraphClient own, FacebookAddress.Page page, PagedPosition before, Depth depth) {
        if (page.isNumber()) {
            return Step.go(page.key());
        }
        var known = before.account();
        if (depth == Depth.NEWEST && known != null && known.matches("[0-9]{1,30}")) {
            return Step.go(known);
        }
        return own.ask(page.key(), Map.of("fields", "id"))
                .then(answer -> {
                    var id = text(answer, "id");
                    return id == null || !id.matches("[0-9]{1,30}")
                            ? Step.refused("Facebook gave the Page no usable number")
                            : Step.go(id);
                });
    }

    private Fetch read(
            GraphClient own, Registered account, String id, PagedPosition before, Depth depth) {
        var entries = new FacebookEntries(id, account.kind() == Kind.GROUP);
        return new PagedReading(entries, before, depth, Gate.floor(account))
                .withComments(settings.commentedPosts(), (post, next) -> comments(own, post, next))
                .items(cursor -> list(own, id + "/" + settings.list(), cursor))
                .end(reading -> reading.fetched(id));
    }

    private static Step<Page> list(GraphClient own, String path, String cursor) {
        return own.ask(path, from(cursor, FacebookEntries.askingForPosts())).then(GraphPages::of);
    }

    private static Step<Page> comments(GraphClient own, String post, String cursor) {
        return post.matches("[0-9_]{1,60}")
                ? own.ask(post + "/comments", from(cursor, FacebookEntries.askingForComments()))
                        .then(GraphPages::of)
                : Step.refused("the number of a post is none");
    }

    private static Map<String, String> from(String cursor, Map<String, String> query) {
        var asked = new HashMap<>(query);
        if (!cursor.isEmpty()) {
            asked.put("after", cursor);
        }
        return asked;
    }
}
