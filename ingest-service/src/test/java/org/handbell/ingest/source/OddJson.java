package org.handbell.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.handbell.contract.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of a good record when one of its values is something else: a reader makes an item
/// of it, or none, or says what is wrong; it never fails in another way.
public final class OddJson {

    private static final List<String> ODD =
            List.of(
                    "null",
                    "0",
                    "-7",
                    "1e400",
                    "99999999999999999999999",
                    "true",
                    "\"\"",
                    "\" \"",
                    "\"::// <p\\u0000 &#x110000; \\ud83d\"",
                    "\"+999999999-12-31T23:59:59-18:00\"",
                    "\"http://[\"",
                    "[]",
                    "[null,[[]],{}]",
                    "{}",
                    "{\"rendered\":[]}");

    private OddJson() {}

    /// Reads each record that differs from the good one in one value.
    public static void each(String good, Function<JsonNode, Optional<Item>> reader) {
        assertThat(reader.apply(Json.mapper().readTree(good))).isPresent();
        int malformed = 0;
        var odd = new ArrayList<String>();
        for (var value : ODD) {
            variants(Json.mapper().readTree(good), Json.mapper().readTree(value), odd);
        }
        for (var record : odd) {
            malformed += isMalformed(record, reader) ? 1 : 0;
        }
        assertThat(odd).hasSizeGreaterThan(ODD.size());
        assertThat(malformed).isPositive();
    }

    private static boolean isMalformed(String record, Function<JsonNode, Optional<Item>> reader) {
        try {
            reader.apply(Json.mapper().readTree(record))
                    .ifPresent(item -> assertThat(item.postId()).isNotBlank());
            return false;
        } catch (MalformedItemException e) {
            return true;
        } catch (RuntimeException e) {
            return fail("a reader failed on " + record, e);
        }
    }

    private static void variants(JsonNode root, JsonNode odd, List<String> into) {
        variants(root, root, odd, into);
    }

    private static void variants(JsonNode root, JsonNode at, JsonNode odd, List<String> into) {
        switch (at) {
            case ObjectNode object -> {
                for (var name : List.copyOf(object.propertyNames())) {
                    var before = object.get(name);
                    object.set(name, odd);
                    into.add(root.toString());
                    object.set(name, before);
                    variants(root, before, odd, into);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    var before = array.get(i);
                    array.set(i, odd);
                    into.add(root.toString());
                    array.set(i, before);
                    variants(root, before, odd, into);
                }
            }
            default -> {}
        }
    }
}
