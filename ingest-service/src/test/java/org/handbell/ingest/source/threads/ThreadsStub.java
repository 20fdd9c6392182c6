package org.handbell.ingest.source.threads;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.graph.GraphStub;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A stub of Threads' interface for one account, from its published contract: one that gave its own
/// token, or one that is found by its name.
final class ThreadsStub extends GraphStub {

    static final String OWN = "17850000001000077";
    private static final int LENGTH = 100;

    private final boolean found;

    ThreadsStub(StubServer server, boolean found) {
        super(server, "v1.0", OWN);
        this.found = found;
        server.on(listPath(), this::list);
        replies(List.of());
    }

    @Override
    public Source source(Web web) {
        return new ThreadsSource(
                new ThreadsSettings(URI.create(server.url("")), "v1.0", found), web);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.THREADS, found ? "https://www.threads.com/@robin_hedge" : OWN);
    }

    void replies(List<Map<String, Object>> replies) {
        server.on(path(OWN + "/replies"), json(list(replies, "")));
    }

    @Override
    protected Map<String, Object> entry(String text, Instant at, String id) {
        return Map.of(
                "id",
                id,
                "text",
                text,
                "media_type",
                "TEXT_POST",
                "permalink",
                "https://www.threads.com/@robin_hedge/post/" + id,
                "timestamp",
                time(at),
                "username",
                "robin_hedge");
    }

    @Override
    protected String textField() {
        return "text";
    }

    @Override
    protected String timeField() {
        return "timestamp";
    }

    @Override
    protected String uri(String id) {
        return "https://graph.threads.com/" + id;
    }

    @Override
    protected String idOf(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Override
    protected String id(int number) {
        return Long.toString(18_000_000_000_000_000L + number);
    }

    @Override
    protected String listPath() {
        return path(found ? "profile_posts" : OWN + "/threads");
    }

    @Override
    public int pageSize() {
        return LENGTH;
    }

    private Answer list(Asked asked) {
        return found && !asked.query("username").equals("robin_hedge")
                ? error(100, 33)
                : json(page(asked.query("after"), Integer.parseInt(asked.query("limit"))));
    }
}
