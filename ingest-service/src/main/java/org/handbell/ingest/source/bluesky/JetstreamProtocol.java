package org.handbell.ingest.source.bluesky;

import static org.handbell.ingest.source.Fields.required;
import static org.handbell.ingest.source.Fields.textOrEmpty;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.MalformedItemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The two protocols that a Jetstream speaks. Which one is meant is in its address.
enum JetstreamProtocol {
    /// `/subscribe`: a cursor is a time in microseconds, and what a commit did stands in `commit`.
    LEGACY("/subscribe", null, "wantedDids", "wantedCollections", "") {
        @Override
        Optional<News> news(JsonNode message) {
            if (!textOrEmpty(message, "kind").equals("commit")) {
                return Optional.empty();
            }
            return Optional.of(
                    new News(
                            required(message, "did"),
                            required(message.path("commit"), "collection"),
                            cursor(message, "time_us")));
        }
    },
    /// `network.bsky.jetstream.subscribeEvents`: a cursor is a number in sequence, and messages are
    /// framed as `xrpc.v1.json` has it.
    EVENTS(
            "/xrpc/network.bsky.jetstream.subscribeEvents",
            "xrpc.v1.json",
            "dids",
            "collections",
            "&kinds=commit") {
        @Override
        Optional<News> news(JsonNode message) {
            var payload = message.path("payload");
            if (!textOrEmpty(payload, "$type").endsWith("#commit")) {
                return Optional.empty();
            }
            return Optional.of(
                    new News(
                            required(payload, "did"),
                            required(payload, "collection"),
                            cursor(payload, "seq")));
        }
    };

    /// Longer records are not told of; they are polled.
    private static final int LONGEST_RECORD = 256 * 1024;

    private final String path;
    private final @Nullable String subprotocol;
    private final String dids;
    private final String collections;
    private final String kinds;

    JetstreamProtocol(
            String path,
            @Nullable String subprotocol,
            String dids,
            String collections,
            String kinds) {
        this.path = path;
        this.subprotocol = subprotocol;
        this.dids = dids;
        this.collections = collections;
        this.kinds = kinds;
    }

    /// Somebody's repository has changed.
    ///
    /// @param cursor where to go on after this
    record News(String did, String collection, long cursor) {}

    /// @throws IllegalStateException where the address is that of neither
    static JetstreamProtocol of(URI address) {
        var isSocket = String.valueOf(address.getScheme()).matches("(?i)wss?");
        for (var protocol : values()) {
            var matches = protocol.path.equals(address.getPath()) && address.getRawQuery() == null;
            if (matches && isSocket && address.getHost() != null) {
                return protocol;
            }
        }
        throw new IllegalStateException(
                "handbell.ingest.sources.bluesky.jetstream must be a wss address that ends in "
                        + LEGACY.path
                        + " or "
                        + EVENTS.path);
    }

    @Nullable String subprotocol() {
        return subprotocol;
    }

    /// The address that asks for news of these repositories alone.
    ///
    /// @param cursor where to go on; null for what happens from now on
    URI asking(
            URI address,
            Collection<String> whose,
            Collection<String> ofKinds,
            @Nullable Long cursor) {
        var query = new StringJoiner("&", address + "?", kinds);
        ofKinds.forEach(collection -> query.add(collections + "=" + collection));
        whose.forEach(did -> query.add(dids + "=" + did.replace("%", "%25")));
        query.add("maxMessageSizeBytes=" + LONGEST_RECORD);
        if (cursor != null) {
            query.add("cursor=" + cursor);
        }
        return URI.create(query.toString());
    }

    /// Reads one message; empty where it is no news of a record.
    ///
    /// @throws MalformedItemException naming what is missing
    Optional<News> read(String message) {
        try {
            return news(Json.mapper().readTree(message));
        } catch (JacksonException e) {
            throw new MalformedItemException("the message is not JSON");
        }
    }

    abstract Optional<News> news(JsonNode message);

    static long cursor(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new MalformedItemException(field + " is missing or not a number");
        }
        return value.longValue();
    }
}
