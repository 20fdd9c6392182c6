package org.handbell.standalone.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.handbell.standalone.web.Reply;
import org.handbell.standalone.web.Request;

/// The public, read-only part of Mastodon's REST API, as its documentation describes it.
final class MastodonApi {

    private static final String ROOT = "/api/v1/";
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 40;
    private static final int LIMIT = 30_000;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Posts posts;
    private final Map<String, LocalAccount> accounts;
    private final MastodonJson json;
    private final Clock clock;
    private final AtomicInteger used = new AtomicInteger();
    private volatile Instant windowEnds;

    MastodonApi(Posts posts, Map<String, LocalAccount> accounts, MastodonJson json, Clock clock) {
        this.posts = posts;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
        this.windowEnds = clock.instant().plus(WINDOW);
    }

    static boolean answers(Request request) {
        return request.path().startsWith(ROOT);
    }

    Reply answer(Request request) {
        var way = List.of(request.path().substring(ROOT.length()).split("/"));
        return limited(
                switch (way.getFirst()) {
                    case "accounts" -> account(way, request);
                    case "statuses" -> status(way);
                    case "polls" -> poll(way);
                    case "instance" -> Reply.json(200, json.instance());
                    default -> Reply.notFound();
                });
    }

    private Reply account(List<String> way, Request request) {
        if (way.size() == 2 && way.get(1).equals("lookup")) {
            return lookup(request);
        }
        var account =
                accounts.values().stream()
                        .filter(a -> way.size() > 1 && MastodonJson.accountId(a).equals(way.get(1)))
                        .findFirst();
        if (account.isEmpty() || way.size() > 3) {
            return Reply.notFound();
        }
        return way.size() == 2
                ? Reply.json(200, json.account(account.get()))
                : statuses(account.get(), way.get(2), request);
    }

    private Reply lookup(Request request) {
        var name =
                request.parameter("acct").orElse("").replaceFirst("^@", "").replaceFirst("@.*", "");
        return Optional.ofNullable(accounts.get(name))
                .filter(account -> !account.blog())
                .map(account -> Reply.json(200, json.account(account)))
                .orElseGet(Reply::notFound);
    }

    private Reply statuses(LocalAccount account, String what, Request request) {
        if (!what.equals("statuses")) {
            return Reply.notFound();
        }
        var page = page(account, request);
        var reply = Reply.json(200, page.stream().map(json::status).toList());
        return page.isEmpty() ? reply : reply.with("Link", json.link(account, page));
    }

    private List<LocalPost> page(LocalAccount account, Request request) {
        if (request.parameter("pinned").isPresent()) {
            return List.of();
        }
        var limit = request.parameter("limit").map(Integer::parseInt).orElse(PAGE);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var wanted = posts.of(account.name()).stream().filter(wanted(request)).toList();
        // min_id asks for the page next to it, the others for the newest one.
        var from = request.parameter("min_id").isPresent() ? Math.max(0, wanted.size() - size) : 0;
        return wanted.subList(from, Math.min(wanted.size(), from + size));
    }

    private static Predicate<LocalPost> wanted(Request request) {
        var below = id(request, "max_id", Long.MAX_VALUE);
        var above = Math.max(id(request, "min_id", 0), id(request, "since_id", 0));
        var boosts = !request.parameter("exclude_reblogs").orElse("false").equals("true");
        var replies = !request.parameter("exclude_replies").orElse("false").equals("true");
        return post ->
                post.number() < below
                        && post.number() > above
                        && (boosts || post.boosts() == null)
                        && (replies || post.replyTo() == null);
    }

    private static long id(Request request, String name, long otherwise) {
        return request.parameter(name).map(Long::parseLong).orElse(otherwise);
    }

    private Reply status(List<String> way) {
        var post = way.size() > 1 ? posts.byId(way.get(1)) : Optional.<LocalPost>empty();
        if (post.isEmpty()) {
            return Reply.notFound();
        }
        return switch (way.size() > 2 ? way.get(2) : "") {
            case "" -> Reply.json(200, json.status(post.get()));
            case "context" -> Reply.json(200, context(post.get()));
            case "history" -> Reply.json(200, List.of(json.status(post.get())));
            case "reblogged_by", "favourited_by" -> Reply.json(200, List.of());
            default -> Reply.notFound();
        };
    }

    private Map<String, Object> context(LocalPost post) {
        var ancestors = Optional.ofNullable(post.replyTo()).flatMap(posts::byId).stream();
        var descendants = posts.all().stream().filter(p -> post.id().equals(p.replyTo()));
        return Map.of(
                "ancestors", ancestors.map(json::status).toList(),
                "descendants", descendants.map(json::status).toList());
    }

    private Reply poll(List<String> way) {
        return (way.size() == 2 ? posts.byId(way.get(1)) : Optional.<LocalPost>empty())
                .filter(post -> !post.pollOptions().isEmpty())
                .map(post -> Reply.json(200, json.poll(post)))
                .orElseGet(Reply::notFound);
    }

    private Reply limited(Reply reply) {
        if (clock.instant().isAfter(windowEnds)) {
            windowEnds = clock.instant().plus(WINDOW);
            used.set(0);
        }
        var remaining = Math.max(0, LIMIT - used.incrementAndGet());
        return reply.with("X-RateLimit-Limit", Integer.toString(LIMIT))
                .with("X-RateLimit-Remaining", Integer.toString(remaining))
                .with("X-RateLimit-Reset", windowEnds.toString());
    }
}
