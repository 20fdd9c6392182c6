package org.handbell.ingest.source.ghost;

import static org.handbell.ingest.source.Fields.text;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.ingest.http.Reply;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Answers;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.NumberedPages;
import org.handbell.ingest.source.NumberedPages.Page;
import org.handbell.ingest.source.Source.Depth;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reading of one site by its API, those posts first that were changed last.
final class GhostReading implements NumberedPages.Listed {

    private static final String SWEEP_PAGE = "50";
    private static final String NEWEST_PAGE = "20";

    private final Registered account;
    private final GhostAddress address;
    private final @Nullable Instant known;
    private final Depth depth;
    private final GhostRecord reader;
    private final Harvest harvest = new Harvest();
    private @Nullable Instant updated;

    GhostReading(Registered account, GhostAddress address, @Nullable Instant known, Depth depth) {
        this.account = account;
        this.address = address;
        this.known = known;
        this.depth = depth;
        this.updated = known;
        this.reader = new GhostRecord(address, account.kind() == Kind.GROUP);
    }

    Fetch read(Web web) {
        var pages = new NumberedPages(web, harvest, this);
        return pages.read(pages.first()).end(this::fetched);
    }

    @Override
    public URI page(int number) {
        var query = new HashMap<String, String>();
        query.put("include", "authors");
        query.put("formats", "html,plaintext");
        query.put("order", "updated_at desc");
        query.put("limit", depth == Depth.SWEEP ? SWEEP_PAGE : NEWEST_PAGE);
        query.put("page", Integer.toString(number));
        var from = account.collectFrom();
        if (from != null) {
            query.put("filter", "published_at:>'" + from.minusDays(1) + " 00:00:00'");
        }
        return address.posts(query);
    }

    @Override
    public Step<Page> opened(Reply reply, int number) {
        if (reply instanceof Answered answered
                && (answered.status() == 401 || answered.status() == 403)) {
            return Step.refused(
                    "Ghost answered "
                            + answered.status()
                            + ": the site's content key (handbell.ingest.tokens, sent-as"
                            + " query:key) is wrong or was withdrawn");
        }
        return Answers.json(reply)
                .then(json ->
                        json.path("posts").isArray()
                                ? Step.go(page(json))
                                : Step.refused("the answer is not a list of posts"));
    }

    @Override
    public Optional<Item> item(JsonNode record) {
        return reader.read(record);
    }

    @Override
    public boolean reached(JsonNode post) {
        var at = updatedAt(post);
        if (at == null) {
            return false;
        }
        updated = updated == null || at.isAfter(updated) ? at : updated;
        return depth == Depth.NEWEST && known != null && at.isBefore(known);
    }

    private Fetch fetched(boolean whole) {
        return harvest.fetched(
                new GhostPosition(updated, null).pack(),
                depth == Depth.SWEEP && whole && !harvest.full());
    }

    private static Page page(JsonNode json) {
        var pagination = json.path("meta").path("pagination");
        var total = pagination.path("total");
        return new Page(
                List.copyOf(json.path("posts").values()),
                !pagination.path("next").isIntegralNumber(),
                total.isMissingNode() ? null : total.toString());
    }

    private static @Nullable Instant updatedAt(JsonNode post) {
        var value = text(post, "updated_at");
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
