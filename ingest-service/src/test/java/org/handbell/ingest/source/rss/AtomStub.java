package org.handbell.ingest.source.rss;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Accounts;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.StubPlatform;
import org.handbell.ingest.stub.StubServer;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A blog with a paged Atom feed (RFC 4287, RFC 5005) and a page for each post.
final class AtomStub implements StubPlatform {

    private static final int PAGE = 30;

    private final StubServer server;
    private final List<Entry> entries = new ArrayList<>();
    private boolean repeating;

    AtomStub(StubServer server) {
        this.server = server;
        server.on("/feed.xml", this::feed);
    }

    private record Entry(String id, String text, Instant at, String xml) {}

    @Override
    public Source source(Web web) {
        return new RssSource(web);
    }

    @Override
    public Registered account() {
        return Accounts.at(Platform.BLOG, server.url("/feed.xml"));
    }

    @Override
    public String post(String text, Instant at) {
        var path = "/posts/" + entries.size();
        server.on(path, Answer.ok("text/html", "<p>here"));
        entries.add(entry(server.url(path), text, at));
        return server.url(path);
    }

    @Override
    public void edit(String postId, String text) {
        entries.replaceAll(e -> e.id().equals(postId) ? entry(postId, text, e.at()) : e);
    }

    @Override
    public void delete(String postId) {
        entries.removeIf(e -> e.id().equals(postId));
        server.on(java.net.URI.create(postId).getPath(), Answer.status(404));
    }

    @Override
    public void spoil(String marker) {
        var xml = "<entry><title>" + marker + "</title><updated>yesterday</updated></entry>";
        entries.add(new Entry("", marker, Instant.EPOCH, xml));
    }

    @Override
    public void answerListWith(Function<Asked, Answer> answer) {
        server.on("/feed.xml", answer);
    }

    @Override
    public void answerPostWith(Answer answer) {
        for (int i = 0; i <= entries.size(); i++) {
            server.on("/posts/" + i, answer);
        }
    }

    @Override
    public void repeatFirstPage() {
        repeating = true;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    private Answer feed(Asked asked) {
        int from =
                repeating || asked.query("from").isEmpty()
                        ? 0
                        : Integer.parseInt(asked.query("from"));
        var sorted = entries.stream().sorted(Comparator.comparing(Entry::at).reversed()).toList();
        var page = sorted.subList(from, Math.min(sorted.size(), from + PAGE));
        var next = "<link rel='next' href='/feed.xml?from=" + (from + PAGE) + "'/>";
        boolean more = repeating || from + PAGE < sorted.size();
        return Answer.ok(
                "application/atom+xml",
                "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Robin</title>"
                        + "<id>urn:blog</id><updated>2026-11-02T12:00:00Z</updated>"
                        + (more ? next : "")
                        + page.stream().map(Entry::xml).collect(Collectors.joining())
                        + "</feed>");
    }

    private static Entry entry(String id, String text, Instant at) {
        var html =
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\n", "<br>");
        var escaped = html.replace("&", "&amp;").replace("<", "&lt;");
        return new Entry(
                id,
                text,
                at,
                "<entry><id>%s</id><link href='%s'/><title>A day</title><published>%s</published>"
                                .formatted(id, id, at)
                        + "<updated>%s</updated><content type='html'>%s</content></entry>"
                                .formatted(at, escaped));
    }
}
