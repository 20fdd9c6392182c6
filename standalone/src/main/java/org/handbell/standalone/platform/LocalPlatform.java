package org.handbell.standalone.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.handbell.contract.wire.Json;
import org.handbell.standalone.web.Door;
import org.handbell.standalone.web.PageServer;
import org.handbell.standalone.web.Reply;
import org.handbell.standalone.web.Request;
import org.jspecify.annotations.Nullable;

/// The small social site. Its accounts and the steps of its first minute are written in
/// `standalone/platform.json`.
public final class LocalPlatform implements AutoCloseable {

    private static final String WRITTEN = "/standalone/platform.json";
    private static final Pattern PAGE =
            Pattern.compile("/(?:@|blogs/)([a-z0-9_]+)(?:/(\\d+|feed\\.xml))?");
    private static final byte[] PICTURE =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");
    private static final String AVATAR =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\""
                    + " r=\"4\" fill=\"#3b3a8c\"/></svg>";

    private final Posts posts;
    private final Map<String, LocalAccount> accounts;
    private final Schedule schedule;
    private final Door door;
    private final PageServer server;
    private final MastodonApi api;
    private final PlatformPages pages;
    private final AtomicBoolean waitsForReader = new AtomicBoolean();

    private LocalPlatform(Written written, Path file, Door door, Clock clock) {
        this.door = door;
        this.posts = Posts.open(file, clock);
        this.accounts = byName(written.accounts());
        this.schedule = new Schedule(posts, written.steps());
        this.pages = new PlatformPages(posts, accounts);
        this.server = PageServer.start(door, this::answer);
        this.api =
                new MastodonApi(posts, accounts, new MastodonJson(posts, accounts, base()), clock);
    }

    /// Opens the platform; its schedule waits for {@link #begin()}.
    ///
    /// @param file where its posts are kept
    /// @param door its name stands in the addresses of all accounts and posts
    public static LocalPlatform start(Path file, Door door, Clock clock) {
        try (InputStream in = LocalPlatform.class.getResourceAsStream(WRITTEN)) {
            var written = Json.mapper().readValue(Objects.requireNonNull(in), Written.class);
            return new LocalPlatform(written, file, door, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + WRITTEN, e);
        }
    }

    /// Starts the written posts.
    public void begin() {
        schedule.start();
    }

    /// Starts the written posts when somebody first reads by the API, so that a collector that
    /// comes up later than the platform misses none of their edits and deletions.
    public void beginWhenRead() {
        waitsForReader.set(true);
    }

    /// Address without a slash at its end.
    public String base() {
        return "http://" + door.name() + ":" + server.port();
    }

    public int port() {
        return server.port();
    }

    public List<LocalAccount> accounts() {
        return List.copyOf(accounts.values());
    }

    /// Publishes words at once.
    ///
    /// @throws IllegalArgumentException where there is no such account or the text is empty or long
    public LocalPost post(String account, String text) {
        if (!accounts.containsKey(account)) {
            throw new IllegalArgumentException("account is none of this platform's");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text is empty");
        }
        return posts.publish(Draft.words(account, text.strip()));
    }

    /// Changes what a post says.
    public void edit(String postId, String text) {
        posts.edit(postId, text);
    }

    /// Takes a post away.
    public void delete(String postId) {
        posts.delete(postId);
    }

    @Override
    public void close() {
        schedule.close();
        server.close();
    }

    private Reply answer(Request request) {
        if (request.method().equals("POST")) {
            return submitted(request);
        }
        if (MastodonApi.answers(request)) {
            if (waitsForReader.compareAndSet(true, false)) {
                begin();
            }
            return api.answer(request);
        }
        var path = request.path();
        return switch (path) {
            case "/" -> Reply.html(pages.timeline());
            case "/style.css" -> Reply.text(200, "text/css; charset=utf-8", PlatformPages.STYLE);
            case "/avatar.svg" -> Reply.text(200, "image/svg+xml", AVATAR);
            default -> path.startsWith("/media/") ? picture() : page(request);
        };
    }

    private Reply submitted(Request request) {
        if (!request.path().equals("/post")) {
            return Reply.notFound();
        }
        post(request.field("account").orElse(""), request.field("text").orElse(""));
        return Reply.seeOther("/");
    }

    private static Reply picture() {
        return new Reply(200, "image/png", Map.of(), PICTURE);
    }

    private Reply page(Request request) {
        var match = PAGE.matcher(request.path());
        if (!match.matches()) {
            return Reply.notFound();
        }
        var account = Optional.ofNullable(accounts.get(match.group(1)));
        return account.map(a -> page(a, match.group(2), request)).orElseGet(Reply::notFound);
    }

    private Reply page(LocalAccount account, @Nullable String item, Request request) {
        if (item == null) {
            return Reply.html(pages.profile(account));
        }
        if (item.equals("feed.xml")) {
            return account.blog()
                    ? Feed.answer(account, posts.of(account.name()), base(), request)
                    : Reply.notFound();
        }
        return posts.byId(item)
                .filter(post -> post.account().equals(account.name()))
                .map(post -> Reply.html(pages.single(post)))
                .orElseGet(Reply::notFound);
    }

    private static Map<String, LocalAccount> byName(List<LocalAccount> accounts) {
        var byName = new LinkedHashMap<String, LocalAccount>();
        accounts.forEach(account -> byName.put(account.name(), account));
        return byName;
    }

    private record Written(List<LocalAccount> accounts, List<Step> steps) {}
}
