package org.handbell.ingest.source.x;

import static org.handbell.ingest.source.Fields.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Paging;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// One reading of an account, as far as its share of the budget goes. What was paid for is kept,
/// whatever comes afterwards.
final class XReading {

    private static final int FULL_PAGE = 100;

    /// X returns no fewer.
    private static final int SMALLEST_PAGE = 5;

    /// Most that a post on a page can cost: itself, what it quotes and what it answers, and four
    /// pictures. Whether X asks money for what it includes is not said; it is counted.
    static final int COST_OF_POST = 7;

    private final XClient client;
    private final XPurse purse;
    private final Plan plan;
    private final Harvest harvest = new Harvest();
    private XIncludes includes = XIncludes.of(MissingNode.getInstance());
    private long used;
    private boolean answered;
    private boolean metKnown;
    private @Nullable String newest;

    XReading(XClient client, XPurse purse, Plan plan) {
        this.client = client;
        this.purse = purse;
        this.plan = plan;
    }

    /// What is read.
    ///
    /// @param accountId whose budget it is
    /// @param number of the account on X
    /// @param before where it was left
    /// @param since nothing older is read
    /// @param share what may be spent, in millionths of a US dollar
    /// @param sweptAt now, where all is read; else null
    record Plan(
            String accountId,
            String number,
            XPosition before,
            Instant since,
            long share,
            @Nullable Instant sweptAt) {

        boolean sweeps() {
            return sweptAt != null;
        }
    }

    /// The least that a reading can cost.
    static long least(XPurse purse) {
        return purse.costOfPosts((long) SMALLEST_PAGE * COST_OF_POST);
    }

    Fetch read() {
        var step = new Paging(harvest, this::page, this::item, _ -> false).read();
        return switch (step) {
            case Step.Go<Paging.End>(var end) -> fetched(end);
            case Step.Stop<Paging.End>(var outcome) -> answered ? fetched(Paging.End.CUT) : outcome;
        };
    }

    private Fetch fetched(Paging.End end) {
        var before = plan.before();
        boolean whole = end == Paging.End.ALL || metKnown || harvest.full();
        var known = whole || before.newest() == null ? higher(newest, before.newest()) : null;
        var position =
                new XPosition(
                        plan.number(),
                        known == null ? before.newest() : known,
                        plan.sweeps() ? plan.sweptAt() : before.sweptAt(),
                        purse.month(),
                        purse.spent(plan.accountId()));
        return harvest.size() == 0 && position.equals(before)
                ? new Fetch.Unchanged()
                : harvest.fetched(position.pack(), plan.sweeps() && end == Paging.End.ALL);
    }

    private Step<Paging.Page> page(@Nullable String token) {
        long affordable = (plan.share() - used) / purse.costOfPosts(COST_OF_POST);
        if (affordable < SMALLEST_PAGE) {
            return new Step.Stop<>(purse.usedUp());
        }
        int most = (int) Math.min(affordable, FULL_PAGE);
        return client.posts(plan.number(), narrowing(token, most)).then(this::paid);
    }

    private Map<String, String> narrowing(@Nullable String token, int most) {
        var narrowing = new TreeMap<>(Map.of("max_results", Integer.toString(most)));
        var known = plan.before().newest();
        if (known != null && !plan.sweeps()) {
            narrowing.put("since_id", known);
        } else if (plan.since().isAfter(Instant.EPOCH)) {
            narrowing.put("start_time", plan.since().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (token != null) {
            narrowing.put("pagination_token", token);
        }
        return narrowing;
    }

    private Step<Paging.Page> paid(JsonNode answer) {
        includes = XIncludes.of(answer.path("includes"));
        var posts = List.copyOf(answer.path("data").values());
        int paid = posts.size() + includes.paid();
        used += purse.costOfPosts(paid);
        purse.payPosts(plan.accountId(), paid);
        answered = true;
        return Step.go(new Paging.Page(posts, text(answer.path("meta"), "next_token")));
    }

    private Optional<Item> item(JsonNode post) {
        var item = XPost.read(post, includes);
        remember(text(post, "id"));
        return Optional.of(item);
    }

    private void remember(@Nullable String id) {
        newest = higher(newest, id);
        var known = plan.before().newest();
        metKnown |= id != null && known != null && Snowflake.ORDER.compare(id, known) <= 0;
    }

    private static @Nullable String higher(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Snowflake.ORDER.compare(one, other) >= 0 ? one : other;
    }
}
