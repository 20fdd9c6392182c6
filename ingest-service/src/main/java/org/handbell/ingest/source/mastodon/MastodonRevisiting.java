package org.handbell.ingest.source.mastodon;

import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.util.List;
import java.util.Map;
import org.handbell.ingest.http.Query;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Step;
import tools.jackson.databind.JsonNode;

/// Asks for statuses one by one: the histories of those that were edited, and polls that have
/// ended. Servers that do not show them are not blamed; what the pages showed goes on.
record MastodonRevisiting(Web web, MastodonAddress address, MastodonPages.Found found) {

    private static final int LATEST_STATES = 20;

    void ask() {
        found.revisits().edited().forEach(this::history);
        found.revisits().ended().forEach(this::poll);
    }

    private void history(JsonNode status) {
        var id = textOrEmpty(status, "id");
        if (!id.matches(MastodonSource.ID) || !found.reader().isPublic(status)) {
            return;
        }
        if (ask("statuses/" + id + "/history") instanceof Step.Go<JsonNode>(var history)) {
            states(history).forEach(state -> take(status, state));
        }
    }

    /// All but the last one, which is how the status is now.
    private static List<JsonNode> states(JsonNode history) {
        var states = List.copyOf(history.values());
        int end = Math.max(0, states.size() - 1);
        return states.subList(Math.max(0, end - LATEST_STATES), end);
    }

    private void take(JsonNode status, JsonNode state) {
        found.harvest().takeEarlier(state.toString(), () -> found.reader().revision(status, state));
    }

    private void poll(String id) {
        switch (ask("statuses/" + id)) {
            case Step.Go<JsonNode>(var status) -> {
                found.harvest().take(status.toString(), () -> found.reader().read(status));
                found.revisits().met(status);
            }
            case Step.Stop<JsonNode>(Fetch.TryLater later) -> {}
            case Step.Stop<JsonNode> stop -> found.revisits().closed(id);
        }
    }

    private Step<JsonNode> ask(String path) {
        var answer = Answers.json(web.get(Query.json(address.api(path, Map.of()))));
        if (answer instanceof Step.Stop<JsonNode>(Fetch.TryLater later)) {
            found.revisits().unanswered();
        }
        return answer;
    }
}
