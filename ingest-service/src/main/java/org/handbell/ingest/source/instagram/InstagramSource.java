package org.handbell.ingest.source.instagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.contract.wire.Json;
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
import tools.jackson.databind.JsonNode;

/// Reads Instagram's professional accounts: one that the token stands for by its number, any other
/// by its name through business discovery. Discovery shows no comments, and no single post, so a
/// deletion cannot be told from a list that left something out.
public final class InstagramSource implements Source {

    private static final String UNREADABLE =
            "the address must be the number of an own professional account, a name, or"
                    + " https://www.instagram.com/ and a name";
    private static final String NOT_SET =
            "an account is found by its name only through an own professional account: set"
                    + " handbell.ingest.sources.instagram.discover-with, or register the account's"
                    + " number where it is the trust's own";
    private static final GraphClient.Words WORDS =
            new GraphClient.Words(
                    "Instagram",
                    "instagram_basic with pages_read_engagement, or instagram_business_basic, and"
                            + " instagram_manage_comments for comments");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_=-]{0,1000}");

    private final InstagramSettings settings;
    private final GraphClient graph;

    InstagramSource(InstagramSettings settings, Web web) {
        this.settings = settings;
        this.graph = new GraphClient(web, settings.api(), settings.version(), WORDS);
    }

    @Override
    public String name() {
        return "instagram";
    }

    /// Every address on Instagram, so that one which cannot be read is told why.
    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.INSTAGRAM;
    }

    @Override
    public Coverage coverage() {
        return InstagramCoverage.of(settings);
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = InstagramAddress.of(account.address()).orElse(null);
        if (address == null) {
            return new Fetch.Refused(UNREADABLE);
        }
        var entries = new InstagramEntries(account.kind() == Kind.GROUP);
        var before = PagedPosition.unpack(position);
        var reading = new PagedReading(entries, before, depth, Gate.floor(account));
        if (address.isNumber()) {
            return reading.withComments(
                            settings.commentedPosts(),
                            (medium, next) -> comments(address.key(), medium, next))
                    .items(cursor -> own(address.key(), cursor))
                    .end(read -> read.fetched(address.key()));
        }
        var through = settings.discoverWith();
        return through == null
                ? new Fetch.Refused(NOT_SET)
                : reading.items(cursor -> discovered(through, address.key(), cursor))
                        .end(read -> read.fetched(address.key()));
    }

    /// GONE where Instagram knows no such post and still shows the account to this token. What was
    /// found by discovery cannot be asked for by itself.
    @Override
    public Presence presence(Registered account, String postId) {
        var address = InstagramAddress.of(account.address());
        return address.filter(InstagramAddress::isNumber).isEmpty()
                ? Presence.UNKNOWN
                : InstagramEntries.number(postId)
                        .map(id ->
                                graph.about(address.get().key()).presence(id, address.get().key()))
                        .orElse(Presence.UNKNOWN);
    }

    private Step<Page> own(String account, String cursor) {
        return graph.about(account)
                .ask(account + "/media", asking(InstagramEntries.OWN_FIELDS, cursor))
                .then(GraphPages::of);
    }

    private Step<Page> comments(String account, String medium, String cursor) {
        return medium.matches("[0-9]{1,40}")
                ? graph.about(account)
                        .ask(medium + "/comments", asking(InstagramEntries.COMMENT_FIELDS, cursor))
                        .then(GraphPages::of)
                : Step.refused("the number of a post is none");
    }

    /// The cursor stands inside the question's own language, so it must be nothing but a cursor.
    private Step<Page> discovered(String through, String name, String cursor) {
        if (!CURSOR.matcher(cursor).matches()) {
            return Step.refused("the answer's cursor is not one");
        }
        var after = cursor.isEmpty() ? "" : ".after(" + cursor + ")";
        var fields =
                "business_discovery.username("
                        + name
                        + "){media.limit(50)"
                        + after
                        + "{"
                        + InstagramEntries.DISCOVERED_FIELDS
                        + "}}";
        return graph.about(through)
                .ask(through, Map.of("fields", fields))
                .then(answer -> GraphPages.nested(media(answer)));
    }

    /// An account without a post has no list at all.
    private static JsonNode media(JsonNode answer) {
        var found = answer.path("business_discovery");
        return found.isObject() && found.path("media").isMissingNode()
                ? Json.mapper().valueToTree(Map.of("data", List.of()))
                : found.path("media");
    }

    private static Map<String, String> asking(String fields, String cursor) {
        var asked = new HashMap<>(Map.of("limit", "50", "fields", fields));
        if (!cursor.isEmpty()) {
            asked.put("after", cursor);
        }
        return asked;
    }
}
