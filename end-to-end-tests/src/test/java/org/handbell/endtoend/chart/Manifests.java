package org.handbell.endtoend.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What Helm rendered, document by document.
final class Manifests {

    private static final ObjectReader DOCUMENTS = new YAMLMapper().readerFor(JsonNode.class);

    /// Not a kind of Kubernetes: see [Chart].
    static final String NOTES = "Notes";

    private final List<JsonNode> all;
    private final String notes;

    Manifests(String rendered) {
        try (var documents = DOCUMENTS.<JsonNode>readValues(rendered)) {
            var found = documents.readAll().stream().filter(one -> !one.isEmpty()).toList();
            all = found.stream().filter(one -> !isNotes(one)).toList();
            notes =
                    found.stream()
                            .filter(Manifests::isNotes)
                            .map(one -> one.path("text").asString())
                            .collect(Collectors.joining());
        }
    }

    private static boolean isNotes(JsonNode document) {
        return document.path("kind").asString().equals(NOTES);
    }

    /// What Helm tells the operator after the install.
    String notes() {
        return notes;
    }

    List<JsonNode> all() {
        return all;
    }

    List<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> one.path("kind").asString().equals(kind)).toList();
    }

    /// The one of a kind that belongs to a service.
    JsonNode of(String kind, String service) {
        return ofKind(kind).stream()
                .filter(one -> name(one).endsWith(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " of " + service));
    }

    /// The pods' templates of all that runs pods, and the pods.
    List<JsonNode> pods() {
        return Stream.concat(
                        ofKind("Deployment").stream().map(one -> one.at("/spec/template")),
                        ofKind("Pod").stream())
                .toList();
    }

    JsonNode container(String service) {
        return of("Deployment", service).at("/spec/template/spec/containers/0");
    }

    /// The file with a service's settings.
    String settings(String service) {
        return ofKind("ConfigMap").stream()
                .filter(one -> name(one).endsWith(service))
                .findFirst()
                .orElseThrow()
                .at("/data/settings.yml")
                .asString();
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asString();
    }

    static String title(JsonNode manifest) {
        return manifest.path("kind").asString() + " " + name(manifest);
    }
}
