package org.handbell.ingest.fuzz;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.PostEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Json;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Invented;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Harvest;
import org.handbell.ingest.source.Item;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Takes what a parser made of its input as far as the topic. An input may be refused in the ways
/// that are foreseen; whatever else is thrown is a fault.
public final class Told {

    private static final Wire<PostEvent> WIRE = Wire.of(Topics.POSTS);
    private static final AccountEvent.Registered ACCOUNT = Invented.account("fuzz");
    private static final Capture CAPTURE = new Capture(Clock.fixed(Invented.NOON, ZoneOffset.UTC));

    private Told() {}

    /// @return whether the input was read as JSON and brought an item
    public static boolean ofJson(byte[] input, Function<JsonNode, Optional<Item>> parser) {
        JsonNode node;
        try {
            node = Json.mapper().readTree(input);
        } catch (JacksonException e) {
            return false;
        }
        if (node.isMissingNode()) {
            return false;
        }
        var harvest = new Harvest();
        harvest.take(node.toString(), () -> parser.apply(node));
        return of(harvest);
    }

    /// @return whether the harvest holds an item that could become a post
    public static boolean of(Harvest harvest) {
        var fetched = harvest.fetched(null, false);
        var told = false;
        for (var item : fetched.items()) {
            told |= asPost(item);
        }
        fetched.rejected().forEach(Told::asDeadLetter);
        return told;
    }

    private static boolean asPost(Item item) {
        try {
            var post = CAPTURE.post(ACCOUNT, item, Invented.COVERAGE);
            return WIRE.value(new PostEvent.Observed(post)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void asDeadLetter(Fetch.Rejected rejected) {
        if (rejected.reason().isBlank() || Capture.bounded(rejected.original()).isEmpty()) {
            throw new IllegalStateException("a rejection without a reason or an original");
        }
    }
}
