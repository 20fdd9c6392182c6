package org.handbell.analysis.analyse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of one JSON object. What does not fit is refused with the field's path and the rule.
///
/// @param path of the object in its file: `staff[3]`; empty for the file or line itself
record Fields(JsonNode node, String path) {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    /// Reads an object out of UTF-8.
    static Fields read(byte[] json) {
        try {
            var node = JSON.readTree(json);
            if (!node.isObject()) {
                throw new BadInputException("is no JSON object");
            }
            return new Fields(node, "");
        } catch (JacksonException e) {
            throw new BadInputException("is no JSON" + place(e));
        }
    }

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 0
                ? ""
                : ": line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    boolean has(String field) {
        return optional(field) != null;
    }

    /// A text that must be there and say something.
    String text(String field) {
        var value = optional(field);
        if (value == null || value.isBlank()) {
            throw bad(field, "is missing");
        }
        return value;
    }

    /// A text, empty where it is missing.
    String textOrEmpty(String field) {
        var value = optional(field);
        return value == null ? "" : value;
    }

    @Nullable String optional(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw bad(field, "is no text");
        }
        return value.asString();
    }

    boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    int number(String field) {
        return node.path(field).asInt(0);
    }

    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (var value : array(field)) {
            if (!value.isValueNode()) {
                throw bad(field, "holds something that is no text");
            }
            texts.add(value.asString());
        }
        return texts;
    }

    List<Fields> objects(String field) {
        var objects = new ArrayList<Fields>();
        for (var value : array(field)) {
            var at = "%s[%d]".formatted(under(field), objects.size());
            if (!value.isObject()) {
                throw new BadInputException("`" + at + "` is no object");
            }
            objects.add(new Fields(value, at));
        }
        return objects;
    }

    /// An object; one without fields where it is missing.
    Fields object(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return new Fields(JSON.createObjectNode(), under(field));
        }
        if (!value.isObject()) {
            throw bad(field, "is no object");
        }
        return new Fields(value, under(field));
    }

    <E extends Enum<E>> E one(Class<E> type, String field) {
        return member(type, text(field), field);
    }

    <E extends Enum<E>> List<E> several(Class<E> type, String field) {
        return texts(field).stream().map(name -> member(type, name, field)).toList();
    }

    BadInputException bad(String field, String rule) {
        return new BadInputException("`" + under(field) + "` " + rule);
    }

    private <E extends Enum<E>> E member(Class<E> type, String name, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> bad(field, "is none of " + names(type)));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private Iterable<JsonNode> array(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw bad(field, "is no list");
        }
        return value;
    }

    private String under(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
