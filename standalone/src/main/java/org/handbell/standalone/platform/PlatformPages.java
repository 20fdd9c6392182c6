package org.handbell.standalone.platform;

import static org.handbell.standalone.web.Html.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The platform as people see it.
final class PlatformPages {

    static final String STYLE =
            """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1f2328; background: #f1f3f8 }
            header { background: #3b3a8c; color: #fff; padding: .75rem 1rem }
            header a { color: #fff; text-decoration: none; font-weight: 700; font-size: 1.25rem }
            main { max-width: 40rem; margin: 0 auto; padding: 1rem }
            article, form { background: #fff; border: 1px solid #c9cdd6; border-radius: .5rem; padding: 1rem; margin: 0 0 1rem }
            article p, article ul { margin: .5rem 0; overflow-wrap: anywhere; white-space: pre-line }
            figure { margin: .5rem 0; padding: 2rem 1rem; background: #e4e6f5; border-radius: .5rem; text-align: center }
            blockquote { margin: .5rem 0; padding: .5rem 1rem; border-left: .25rem solid #3b3a8c; background: #f7f7fc }
            label { display: block; font-weight: 700; margin: 0 0 .25rem }
            select, textarea, button { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; margin: 0 0 .75rem }
            button { background: #3b3a8c; color: #fff; border: 0; border-radius: .25rem; padding: .75rem; font-weight: 700 }
            a { color: #3b3a8c } :focus-visible { outline: 3px solid #b35900; outline-offset: 2px }
            .hint, time { color: #4d5561; font-size: .9rem }
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm:ss", Locale.UK)
                    .withZone(ZoneId.of("Europe/London"));

    private final Posts posts;
    private final Map<String, LocalAccount> accounts;

    PlatformPages(Posts posts, Map<String, LocalAccount> accounts) {
        this.posts = posts;
        this.accounts = accounts;
    }

    String timeline() {
        return page("The local platform", form(accounts.values()) + articles(posts.all()));
    }

    String profile(LocalAccount account) {
        return page(
                account.displayName(),
                "<h1>%s</h1><p class=\"hint\">%s</p>%s"
                        .formatted(
                                escape(account.displayName()),
                                escape(account.note()),
                                articles(posts.of(account.name()))));
    }

    String single(LocalPost post) {
        return page("A post", article(post));
    }

    private String articles(List<LocalPost> list) {
        return list.isEmpty()
                ? "<p>No posts yet.</p>"
                : list.stream().limit(100).map(this::article).collect(Collectors.joining("\n"));
    }

    private String article(LocalPost post) {
        var account = Objects.requireNonNull(accounts.get(post.account()), "account of a post");
        return """
        <article><a href="%s"><strong>%s</strong></a> <span class="hint">%s</span>
        <p>%s</p>%s%s%s<a href="%s/%s"><time>%s</time></a>%s</article>\
        """
                .formatted(
                        account.path(),
                        escape(account.displayName()),
                        account.blog() ? "blog" : "@" + account.name(),
                        escape(post.text()),
                        quoted(post),
                        each(post.pictures(), "<figure>%s</figure>"),
                        each(post.pollOptions(), "<p>◯ %s</p>"),
                        account.path(),
                        post.id(),
                        TIME.format(post.createdAt()),
                        post.editedAt() == null ? "" : " <span class=\"hint\">edited</span>");
    }

    private String quoted(LocalPost post) {
        var other = post.boosts() == null ? post.replyTo() : post.boosts();
        if (other == null) {
            return "";
        }
        var words = post.boosts() == null ? "answers" : "passes on";
        return posts.byId(other)
                .map(p ->
                        "<blockquote><span class=\"hint\">%s</span> %s</blockquote>"
                                .formatted(words, escape(p.text())))
                .orElse("");
    }

    private static String each(List<String> texts, String form) {
        return texts.stream().map(t -> form.formatted(escape(t))).collect(Collectors.joining());
    }

    private static String form(Collection<LocalAccount> accounts) {
        var options =
                accounts.stream()
                        .map(a ->
                                "<option value=\"%s\">%s</option>"
                                        .formatted(a.name(), escape(a.displayName())))
                        .collect(Collectors.joining());
        return """
        <form method="post" action="/post"><label for="account">Post as</label>
        <select id="account" name="account">%s</select>
        <label for="text">What is on your mind?</label>
        <textarea id="text" name="text" rows="3" maxlength="%d" required></textarea>
        <button>Post</button>
        <p class="hint">Public at once, on this machine alone. Everybody here is invented.</p></form>
        """
                .formatted(options, Draft.LONGEST);
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/style.css"></head>
        <body><header><a href="/">The local platform</a></header><main>%s</main></body></html>
        """
                .formatted(escape(title), body);
    }
}
