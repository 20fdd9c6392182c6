package org.handbell.ingest.source.youtube;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Paging;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.youtube.YoutubePosition.Channel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks YouTube's Data API. A key has a quota that begins anew at midnight in California.
final class YoutubeClient {

    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final Set<String> USED_UP =
            Set.of("quotaExceeded", "dailyLimitExceeded", "rateLimitExceeded");

    private final YoutubeSettings settings;
    private final Web web;
    private final Clock clock;

    YoutubeClient(YoutubeSettings settings, Web web, Clock clock) {
        this.settings = settings;
        this.web = web;
        this.clock = clock;
    }

    Step<Channel> channel(YoutubeAddress address) {
        var asked = Map.of("part", "contentDetails", address.parameter(), address.value());
        return ask("channels", asked)
                .then(answer -> {
                    var found = answer.path("items").path(0);
                    var lists = found.path("contentDetails").path("relatedPlaylists");
                    var id = text(found, "id");
                    var uploads = text(lists, "uploads");
                    return id == null || uploads == null
                            ? Step.refused("YouTube knows no such channel")
                            : Step.go(new Channel(id, uploads));
                });
    }

    /// A page of a channel's videos, newest first.
    Step<Paging.Page> videos(Channel channel, @Nullable String token) {
        var asked = new TreeMap<String, String>();
        asked.put("part", "snippet,contentDetails");
        asked.put("playlistId", channel.uploads());
        asked.put("maxResults", "50");
        return page("playlistItems", asked, token);
    }

    /// A page of the comments under a channel's videos, with the newest answers to each; an empty
    /// one where comments are switched off.
    Step<Paging.Page> comments(Channel channel, @Nullable String token) {
        var asked = new TreeMap<String, String>();
        asked.put("part", "snippet,replies");
        asked.put("allThreadsRelatedToChannelId", channel.id());
        asked.put("maxResults", "100");
        asked.put("textFormat", "plainText");
        return page("commentThreads", asked, token)
                .then(page -> Step.go(new Paging.Page(unthreaded(page.items()), page.next())));
    }

    /// What was found of one video or comment; empty where YouTube gave no clear answer.
    ///
    /// @param kind `videos` or `comments`
    Optional<Boolean> isThere(String kind, String id) {
        return ask(kind, Map.of("part", "id", "id", id)) instanceof Step.Go(var answer)
                        && answer.path("items").isArray()
                ? Optional.of(!answer.path("items").isEmpty())
                : Optional.empty();
    }

    private static List<JsonNode> unthreaded(List<JsonNode> threads) {
        var comments = new ArrayList<JsonNode>();
        for (var thread : threads) {
            comments.add(thread.path("snippet").path("topLevelComment"));
            comments.addAll(thread.path("replies").path("comments").values());
        }
        return comments;
    }

    private Step<Paging.Page> page(String what, Map<String, String> asked, @Nullable String token) {
        var more = new TreeMap<>(asked);
        if (token != null) {
            more.put("pageToken", token);
        }
        return ask(what, more)
                .then(answer ->
                        answer.path("items").isArray()
                                ? Step.go(
                                        new Paging.Page(
                                                List.copyOf(answer.path("items").values()),
                                                text(answer, "nextPageToken")))
                                : Step.refused("the answer is not a list"));
    }

    private Step<JsonNode> ask(String what, Map<String, String> parameters) {
        var query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                                .collect(Collectors.joining("&"));
        var server = settings.api().toString().replaceFirst("/$", "");
        var reply = web.get(Query.json(URI.create(server + "/youtube/v3/" + what + "?" + query)));
        return switch (reason(reply)) {
            case "commentsDisabled" -> Step.go(Json.mapper().readTree("{\"items\":[]}"));
            case String reason when USED_UP.contains(reason) -> new Step.Stop<>(usedUp());
            case String _ -> Answers.json(reply);
        };
    }

    /// Why YouTube refused; empty where it did not.
    private static String reason(Reply reply) {
        if (!(reply instanceof Answered answered) || answered.status() != 403) {
            return "";
        }
        try {
            var said = Json.mapper().readTree(answered.body().utf8());
            return textOrEmpty(said.path("error").path("errors").path(0), "reason");
        } catch (JacksonException e) {
            return "";
        }
    }

    private Fetch usedUp() {
        var now = ZonedDateTime.ofInstant(clock.instant(), CALIFORNIA);
        var midnight = now.toLocalDate().plusDays(1).atStartOfDay(CALIFORNIA);
        return new Fetch.UsedUp(
                Duration.between(now, midnight), "today's quota of YouTube's API is used up");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
