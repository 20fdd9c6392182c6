package org.handbell.analysis.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One YAML file of a pack. Can say on which line a value stands, for whoever has to mend it.
final class PackText {

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final String name;
    private final String text;

    private PackText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static PackText of(Resource file) {
        var name = String.valueOf(file.getFilename());
        try {
            return new PackText(name, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InvalidPackException(name, 0, "file", "cannot be read");
        }
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    <T> T as(Class<T> type) {
        try {
            return YAML.readValue(text, type);
        } catch (JacksonException e) {
            throw new InvalidPackException(name, line(e), "format", e.getOriginalMessage());
        }
    }

    /// Where an entry does not fit, the reader has often read on to the entry's end.
    private int line(JacksonException e) {
        var at = e.getLocation();
        var line = at == null ? 0 : Math.max(0, at.getLineNr());
        if (!(e instanceof DatabindException databind) || databind.getPath().isEmpty()) {
            return line;
        }
        return line(
                databind.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? (Object) step.getIndex()
                                        : step.getPropertyName())
                        .toArray());
    }

    /// The refusal of what stands at a path of names and indices: `"rules", 3, "clause"`.
    ///
    /// @param where the entry, as its author calls it
    InvalidPackException refuse(String where, String problem, Object... path) {
        return new InvalidPackException(name, line(path), where, problem);
    }

    /// The value, which must be there.
    <T> T need(@Nullable T value, String where, Object... path) {
        if (value == null) {
            throw refuse(where, path[path.length - 1] + " is missing", path);
        }
        return value;
    }

    /// The line of a value; where it is not there, that of what it should be in.
    private int line(Object... path) {
        var load = new Compose(LoadSettings.builder().setUseMarks(true).build());
        var node = load.composeString(text).orElse(null);
        var line = 0;
        for (var step : path) {
            node = node == null ? null : child(node, step);
            line = node == null ? line : line(node);
        }
        return line;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static @Nullable Node child(Node node, Object step) {
        if (node instanceof SequenceNode list && step instanceof Integer at) {
            return at < list.getValue().size() ? list.getValue().get(at) : null;
        }
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(entry ->
                                entry.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals(step))
                        .map(entry -> entry.getValueNode())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
