package org.handbell.ingest.source.threads;

import java.util.HashMap;
import java.util.List;
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

/// Reads accounts on Threads: by their number where they gave their own token, with what they
/// answered to others; by their name where Meta granted the app to discover profiles.
public final class ThreadsSource implements Source {

    private static final String UNREADABLE =
            "the address must be an account's number, a name, or https://www.threads.com/@ and a"
                    + " name";
    private static final String NOT_SET =
            "an account is found by its name only where Meta granted the app to discover profiles:"
                    + " set handbell.ingest.sources.threads.discovery, or register the account's"
                    + " number with a token of its own";
    private static final GraphClient.Words WORDS =
            new GraphClient.Words(
                    "Threads",
                    "threads_basic and threads_read_replies for an account's own token, or"
                            + " threads_profile_discovery");

    private final ThreadsSettings settings;
    private final GraphClient graph;

    ThreadsSource(ThreadsSettings settings, Web web) {
        this.settings = settings;
        this.graph = new GraphClient(web, settings.api(), settings.version(), WORDS);
    }

    @Override
    public String name() {
        return "threads";
    }

    /// Every address on Threads, so that one which cannot be read is told why.
    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.THREADS;
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                name(),
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.YES,
                        Coverage.Kind.COMMENTS, Coverage.Sight.PARTLY,
                        Coverage.Kind.LIKES, Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.PARTLY,
                        Coverage.Kind.POLLS, Coverage.Sight.YES,
                        Coverage.Kind.PICTURES, Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS, Coverage.Sight.YES,
                        Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                List.of(
                        "Built to the published contract and tested against a stand-in only.",
                        "What the account liked is not shown.",
                        "The words that are quoted, shared or answered are not read.",
                        "When a post was edited is not told, only that it changed.",
                        "Of an account that is found by its name, answers to others and deletions"
                                + " are not seen.",
                        "Accounts with fewer than 100 followers are not found by their name.",
                        "A picture is missing where Threads holds that another has the rights."),
                "the newest 500 posts and answers",
                "up to the polling interval",
                "Meta's terms ask that copies be kept no longer than their purpose needs and be"
                        + " deleted where Meta or the holder asks for it.");
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = ThreadsAddress.of(account.address()).orElse(null);
        if (address == null) {
            return new Fetch.Refused(UNREADABLE);
        }
        var entries = new ThreadsEntries(account.kind() == Kind.GROUP);
        var before = PagedPosition.unpack(position);
        var reading = new PagedReading(entries, before, depth, Gate.floor(account));
        if (address.isNumber()) {
            return reading.items(cursor -> own(address.key(), "threads", cursor))
                    .then(read -> read.items(cursor -> own(address.key(), "replies", cursor)))
                    .end(read -> read.fetched(address.key()));
        }
        return settings.discovery()
                ? reading.items(cursor -> discovered(address.key(), cursor))
                        .end(read -> read.fetched(address.key()))
                : new Fetch.Refused(NOT_SET);
    }

    /// GONE where Threads knows no such post and still shows the account to this token. What was
    /// found by discovery cannot be asked for by itself.
    @Override
    public Presence presence(Registered account, String postId) {
        var address = ThreadsAddress.of(account.address());
        return address.filter(ThreadsAddress::isNumber).isEmpty()
                ? Presence.UNKNOWN
                : ThreadsEntries.number(postId)
                        .map(id ->
                                graph.about(address.get().key()).presence(id, address.get().key()))
                        .orElse(Presence.UNKNOWN);
    }

    private Step<Page> own(String account, String list, String cursor) {
        var fields =
                list.equals("replies") ? ThreadsEntries.REPLY_FIELDS : ThreadsEntries.POST_FIELDS;
        return graph.about(account)
                .ask(account + "/" + list, asking(Map.of("fields", fields), cursor))
                .then(GraphPages::of);
    }

    private Step<Page> discovered(String name, String cursor) {
        var query = Map.of("username", name, "fields", ThreadsEntries.POST_FIELDS);
        return graph.about(name).ask("profile_posts", asking(query, cursor)).then(GraphPages::of);
    }

    private static Map<String, String> asking(Map<String, String> query, String cursor) {
        var asked = new HashMap<>(query);
        asked.put("limit", "100");
        if (!cursor.isEmpty()) {
            asked.put("after", cursor);
        }
        return asked;
    }
}
