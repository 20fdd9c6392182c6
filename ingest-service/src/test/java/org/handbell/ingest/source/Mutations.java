package org.handbell.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents that are almost right: each has one to four of its values replaced by something odd.
/// The same seed makes the same ones.
public final class Mutations {

    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e308",
                    "99999999999999999999",
                    "9223372036854775807",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\\ud800\"",
                    "\"2026-13-45T99:99:99Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"99999999999999999999\"",
                    "\"https://t.co/a\"",
                    "\"http://[\"",
                    "[]",
                    "{}",
                    "[null,[],{},7,\"x\"]",
                    "{\"id\":7,\"type\":[],\"url\":{},\"text\":3}");

    private Mutations() {}

    public static Stream<JsonNode> of(String document, int number) {
        var random = new Random(42);
        return Stream.generate(() -> mutated(Json.mapper().readTree(document), random))
                .limit(number);
    }

    private static JsonNode mutated(JsonNode document, Random random) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            var places = new ArrayList<Runnable>();
            gather(document, odd(random), places);
            if (!places.isEmpty()) {
                places.get(random.nextInt(places.size())).run();
            }
        }
        return document;
    }

    private static void gather(JsonNode node, JsonNode odd, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                places.add(() -> object.set(name, odd));
                gather(object.path(name), odd, places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, odd));
                gather(array.path(i), odd, places);
            }
        }
    }

    private static JsonNode odd(Random random) {
        return Json.mapper().readTree(ODD.get(random.nextInt(ODD.size())));
    }
}
