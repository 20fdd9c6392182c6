package org.handbell.ingest.source.paged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.handbell.contract.wire.Json;
import org.handbell.ingest.source.MalformedItemException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever stands in any place of an entry, a reader throws nothing but [MalformedItemException].
public abstract class OddEntries {

    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0.5",
                    "1e400",
                    "99999999999999999999999999",
                    "9223372036854775807",
                    "\"\"",
                    "\" \"",
                    "\"\\ud800\"",
                    "\"%zz{0}$1\\\\\"",
                    "\"http://\"",
                    "\"+999999999-01-01T00:00:00+0000\"",
                    "[]",
                    "[[],{},null,1,\"x\"]",
                    "{}",
                    "{\"data\":{\"data\":[null]}}");

    /// Entries with all the fields that are read, as JSON.
    protected abstract List<String> samples();

    /// The ways in which the source reads an entry.
    protected abstract List<Consumer<JsonNode>> ways();

    /// All the ways of these entries.
    protected static List<Consumer<JsonNode>> waysOf(Entries entries) {
        return List.of(
                entries::sortedBy,
                entries::comments,
                entries::replies,
                entries::item,
                entry -> entries.comment(entry, entry));
    }

    /// Else the places below would be tried on what is refused at its first field.
    @Test
    void eachSampleIsReadInEveryWay() {
        for (var sample : samples()) {
            var entry = Json.mapper().readTree(sample);
            assertThat(ways())
                    .allSatisfy(way ->
                            assertThatCode(() -> way.accept(entry)).doesNotThrowAnyException());
        }
    }

    @Test
    void whateverStandsInAnyPlaceNothingButAMalformedItemComesOfIt() {
        int tried = 0;
        for (var sample : samples()) {
            for (var odd : ODD) {
                tried += replaced(sample, Json.mapper().readTree(odd));
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private int replaced(String sample, JsonNode odd) {
        int places = places(Json.mapper().readTree(sample)).size();
        for (int place = 0; place < places; place++) {
            var entry = Json.mapper().readTree(sample);
            places(entry).get(place).accept(odd);
            harmless(entry);
        }
        harmless(odd);
        return places;
    }

    private void harmless(JsonNode entry) {
        for (var way : ways()) {
            try {
                way.accept(entry);
            } catch (MalformedItemException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    /// Setters of each place in a tree.
    private static List<Consumer<JsonNode>> places(JsonNode node) {
        var places = new ArrayList<Consumer<JsonNode>>();
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                places.add(odd -> object.set(name, odd));
                places.addAll(places(object.path(name)));
            }
        }
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int at = index;
                places.add(odd -> array.set(at, odd));
                places.addAll(places(array.path(index)));
            }
        }
        return places;
    }
}
