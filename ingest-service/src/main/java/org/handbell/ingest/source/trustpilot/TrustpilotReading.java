package org.handbell.ingest.source.trustpilot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
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
import tools.jackson.databind.JsonNode;

/// One reading of one page. Trustpilot sorts by when a review was written alone, so what is new
/// among the answers to older reviews shows in a sweep.
final class TrustpilotReading implements NumberedPages.Listed {

    /// There is nothing to go on from, for the same reason.
    private static final String POSITION = "{}";

    private final TrustpilotUnit unit;
    private final Depth depth;
    private final Harvest harvest = new Harvest();

    TrustpilotReading(TrustpilotUnit unit, Depth depth) {
        this.unit = unit;
        this.depth = depth;
    }

    Fetch read(Web web) {
        var pages = new NumberedPages(web, harvest, this);
        return pages.read(pages.first())
                .end(whole ->
                        harvest.fetched(
                                POSITION, depth == Depth.SWEEP && whole && !harvest.full()));
    }

    @Override
    public URI page(int number) {
        return unit.reviews(number);
    }

    @Override
    public Step<Page> opened(Reply reply, int number) {
        if (reply instanceof Answered answered
                && (answered.status() == 401 || answered.status() == 403)) {
            return Step.refused(
                    "Trustpilot answered "
                            + answered.status()
                            + ": its key (handbell.ingest.tokens, sent-as header:apikey) is wrong,"
                            + " or its plan does not include reviews by interface");
        }
        return Answers.json(reply)
                .then(json ->
                        json.path("reviews").isArray()
                                ? Step.go(page(json))
                                : Step.refused("the answer is not a list of reviews"));
    }

    @Override
    public Optional<Item> item(JsonNode record) {
        return new TrustpilotReview(unit).answer(record);
    }

    /// The answer alone: the rest is the reviewer's.
    @Override
    public String original(JsonNode record) {
        return record.path("companyReply").toString();
    }

    /// One page of the newest reviews is enough between sweeps.
    @Override
    public boolean reached(JsonNode record) {
        return depth == Depth.NEWEST;
    }

    private static Page page(JsonNode json) {
        var reviews = List.copyOf(json.path("reviews").values());
        return new Page(reviews, reviews.size() < TrustpilotUnit.PAGE, null);
    }
}
