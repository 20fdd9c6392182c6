package org.handbell.endtoend.chart;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The chart as Helm renders it, in the namespace `school`.
final class Chart {

    static final Path ROOT = Path.of("..");
    static final Path FOLDER = ROOT.resolve("helm");
    static final List<String> SERVICES =
            List.of("case-service", "ingest-service", "analysis-service", "notification-service");

    /// The oldest Kubernetes that the chart is for.
    private static final String KUBERNETES = "1.30.0";

    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();
    private static final Path COMPLETE = withNothingLeftOut();

    private Chart() {}

    /// Names of the files under `ci/`, without `-values.yaml`.
    static List<String> examples() {
        try (var files = Files.list(FOLDER.resolve("ci"))) {
            return files.map(file -> file.getFileName().toString().replace("-values.yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What becomes of one of the examples.
    static Manifests of(String example) {
        return RENDERED.computeIfAbsent(example, name -> new Manifests(render(name, Map.of())));
    }

    /// What becomes of an example with some values changed, in the notation of `--set`.
    static Manifests of(String example, Map<String, ?> changed) {
        return new Manifests(render(example, changed));
    }

    private static String render(String example, Map<String, ?> changed) {
        var command =
                new Helm(COMPLETE)
                        .template()
                        .withName("handbell")
                        .withNamespace("school")
                        .withKubeVersion(KUBERNETES)
                        .withValuesFile(values(example));
        changed.forEach(command::set);
        return command.call();
    }

    /// The library leaves out hooks and notes. In this copy the pod of `helm test` is no hook, and
    /// the notes are a manifest.
    private static Path withNothingLeftOut() {
        try (var files = Files.walk(FOLDER)) {
            var copy = Files.createTempDirectory(Path.of("target"), "chart");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, text(file).replaceAll("(?m)^ *helm.sh/hook.*\n", ""));
            }
            Files.writeString(
                    copy.resolve("templates/notes.yaml"),
                    "kind: "
                            + Manifests.NOTES
                            + "\ntext: |\n  The notes:\n"
                            + text(copy.resolve("templates/NOTES.txt")).indent(2));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path values(String example) {
        return FOLDER.resolve("ci").resolve(example + "-values.yaml");
    }

    static JsonNode yaml(Path file) {
        return new YAMLMapper().readTree(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
