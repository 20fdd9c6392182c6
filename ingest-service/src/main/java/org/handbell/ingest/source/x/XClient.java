package org.handbell.ingest.source.x;

import static org.handbell.ingest.source.Fields.text;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// Asks X's API. Neither places nor people's profiles are asked for: they are not needed, and
/// people are paid for.
final class XClient {

    private static final String ID = "[0-9]{1,20}";

    private final String server;
    private final Web web;

    XClient(URI api, Web web) {
        this.server = api.toString().replaceFirst("/$", "");
        this.web = web;
    }

    /// The number behind a handle.
    Step<String> number(String handle) {
        return ask("users/by/username/" + handle, Map.of())
                .then(answer -> {
                    var id = text(answer.path("data"), "id");
                    return id == null || !id.matches(ID)
                            ? Step.refused("X knows no such account, or has suspended it")
                            : Step.go(id);
                });
    }

    /// A page of an account's posts, newest first.
    ///
    /// @param narrowing `since_id` or `start_time`, `pagination_token`, `max_results`
    Step<JsonNode> posts(String number, Map<String, String> narrowing) {
        var asked = new LinkedHashMap<String, String>();
        asked.put(
                "tweet.fields",
                "created_at,entities,attachments,referenced_tweets,in_reply_to_user_id,lang,"
                        + "edit_history_tweet_ids,note_tweet");
        asked.put("expansions", "attachments.media_keys,attachments.poll_ids,referenced_tweets.id");
        asked.put("media.fields", "url,alt_text,type,variants,preview_image_url");
        asked.put("poll.fields", "options,end_datetime,voting_status");
        asked.putAll(narrowing);
        return ask("users/" + number + "/tweets", asked).then(XClient::list);
    }

    /// One post; X answers with `errors` where there is none.
    Step<JsonNode> post(String id) {
        return ask("tweets/" + id, Map.of());
    }

    /// Whether X says that what was asked for does not exist; it says so of what is closed to us in
    /// other words.
    static boolean saysNotFound(JsonNode answer) {
        for (var error : answer.path("errors").values()) {
            if (textOrEmpty(error, "type").endsWith("/resource-not-found")
                    || textOrEmpty(error, "title").equals("Not Found Error")) {
                return true;
            }
        }
        return false;
    }

    private static Step<JsonNode> list(JsonNode answer) {
        if (answer.path("data").isArray() || answer.path("meta").isObject()) {
            return Step.go(answer);
        }
        return answer.path("errors").isArray()
                ? Step.refused("X does not show this account: protected, suspended or gone")
                : Step.refused("the answer is not a list of posts");
    }

    private Step<JsonNode> ask(String path, Map<String, String> parameters) {
        var query =
                parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                        .collect(Collectors.joining("&"));
        var uri = URI.create(server + "/2/" + path + (query.isEmpty() ? "" : "?" + query));
        return Answers.json(web.get(Query.json(uri)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
