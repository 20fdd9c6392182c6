package org.handbell.standalone.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbell.standalone.web.Html;
import org.jspecify.annotations.Nullable;

/// Accounts and posts in the words of Mastodon's API.
final class MastodonJson {

    private final Posts posts;
    private final Map<String, LocalAccount> accounts;
    private final String base;

    /// @param base address of the platform without a slash at its end
    MastodonJson(Posts posts, Map<String, LocalAccount> accounts, String base) {
        this.posts = posts;
        this.accounts = accounts;
        this.base = base;
    }

    /// Stable over restarts and over changes of the list of accounts.
    static String accountId(LocalAccount account) {
        return Integer.toString(100_000 + Math.floorMod(account.name().hashCode(), 800_000));
    }

    Map<String, Object> instance() {
        return Map.of("uri", base, "title", "The local platform", "version", "4.5.0");
    }

    Map<String, Object> account(LocalAccount account) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", accountId(account));
        json.put("username", account.name());
        json.put("acct", account.name());
        json.put("display_name", account.displayName());
        json.put("locked", false);
        json.put("bot", false);
        json.put("note", "<p>" + Html.escape(account.note()) + "</p>");
        json.put("url", base + account.path());
        json.put("uri", base + "/users/" + account.name());
        json.put("avatar", base + "/avatar.svg");
        json.put("header", "");
        json.put("fields", List.of());
        json.put("emojis", List.of());
        return json;
    }

    Map<String, @Nullable Object> status(LocalPost post) {
        var account = Objects.requireNonNull(accounts.get(post.account()), "account of a post");
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", post.id());
        json.put("uri", base + "/users/" + post.account() + "/statuses/" + post.id());
        json.put("url", base + account.path() + "/" + post.id());
        json.put("created_at", post.createdAt());
        json.put("edited_at", post.editedAt());
        json.put("visibility", "public");
        json.put("language", "en");
        json.put("sensitive", false);
        json.put("spoiler_text", "");
        json.put("content", paragraphs(post.text()));
        json.put("account", account(account));
        json.put("media_attachments", media(post));
        json.put("mentions", List.of());
        json.put("tags", List.of());
        json.put("emojis", List.of());
        json.put("card", null);
        json.put("poll", post.pollOptions().isEmpty() ? null : poll(post));
        json.put("in_reply_to_id", post.replyTo());
        json.put("in_reply_to_account_id", answered(post));
        json.put("reblog", passedOn(post));
        return json;
    }

    Map<String, @Nullable Object> poll(LocalPost post) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", post.id());
        json.put("expires_at", null);
        json.put("expired", false);
        json.put("multiple", false);
        json.put("votes_count", 0);
        json.put("options", post.pollOptions().stream().map(MastodonJson::option).toList());
        return json;
    }

    /// The `Link` header of a page, newest first.
    String link(LocalAccount account, List<LocalPost> page) {
        var at = base + "/api/v1/accounts/" + accountId(account) + "/statuses";
        return "<%s?max_id=%s>; rel=\"next\", <%s?min_id=%s>; rel=\"prev\""
                .formatted(at, page.getLast().id(), at, page.getFirst().id());
    }

    private @Nullable Object passedOn(LocalPost post) {
        var boosts = post.boosts();
        return boosts == null ? null : posts.byId(boosts).map(this::status).orElse(null);
    }

    private @Nullable String answered(LocalPost post) {
        var replyTo = post.replyTo();
        return replyTo == null
                ? null
                : posts.byId(replyTo)
                        .map(p -> accounts.get(p.account()))
                        .map(MastodonJson::accountId)
                        .orElse(null);
    }

    private List<Map<String, Object>> media(LocalPost post) {
        return IntStream.range(0, post.pictures().size()).mapToObj(i -> medium(post, i)).toList();
    }

    private Map<String, Object> medium(LocalPost post, int index) {
        return Map.of(
                "id",
                post.id() + index,
                "type",
                "image",
                "url",
                base + "/media/" + post.id() + index + ".png",
                "preview_url",
                base + "/media/" + post.id() + index + ".png",
                "description",
                post.pictures().get(index));
    }

    private static Map<String, Object> option(String title) {
        return Map.of("title", title, "votes_count", 0);
    }

    private static String paragraphs(String text) {
        return Stream.of(text.split("\n\n"))
                .map(paragraph ->
                        "<p>" + linked(Html.escape(paragraph)).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    /// Addresses become links, as on real servers.
    private static String linked(String escaped) {
        return escaped.replaceAll(
                "https?://[^\\s<]+",
                "<a href=\"$0\" target=\"_blank\" rel=\"nofollow noopener\">$0</a>");
    }
}
