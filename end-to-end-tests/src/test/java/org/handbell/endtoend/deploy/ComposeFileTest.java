package org.handbell.endtoend.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `docker-compose.yml` as text, so that a mistake shows without a Docker engine.
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> WITHOUT_PROBE = Set.of("secrets");
    private static final Set<String> WRITING = Set.of("keycloak");
    private static final Pattern SECRET = Pattern.compile("/run/secrets/([\\w./-]+)");
    private static final Pattern PINNED = Pattern.compile(".*:-[\\w./-]+:v?\\d+\\.\\d+[\\w.-]*}");

    private final JsonNode compose = read();

    @Test
    void theFourServicesAndWhatTheyLeanOnAreThere() {
        assertThat(services().keySet())
                .containsAll(Compose.SERVICES)
                .contains("kafka", "postgres", "keycloak", "school", "mail")
                .contains("prometheus", "alertmanager", "grafana");
    }

    @Test
    void everyServiceHasAProbeAndABound() {
        services()
                .forEach((name, service) -> {
                    assertThat(service.has("mem_limit")).as(name + " mem_limit").isTrue();
                    assertThat(service.has("logging")).as(name + " logging").isTrue();
                    assertThat(service.has("healthcheck"))
                            .as(name + " healthcheck")
                            .isEqualTo(!WITHOUT_PROBE.contains(name));
                });
    }

    @Test
    void everyServiceIsCareful() {
        services()
                .forEach((name, service) -> {
                    assertThat(service.path("read_only").asBoolean())
                            .as(name + " read_only")
                            .isEqualTo(!WRITING.contains(name));
                    assertThat(service.path("cap_drop").toString()).as(name).contains("ALL");
                    assertThat(service.path("security_opt").toString())
                            .as(name)
                            .contains("no-new-privileges:true");
                });
    }

    @Test
    void onlyTheLoopbackAddressIsPublished() {
        var published =
                services().values().stream()
                        .flatMap(service -> service.path("ports").valueStream())
                        .map(JsonNode::asString)
                        .toList();

        assertThat(published).hasSize(7).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void brokerDatabaseAndAnalysisReachNothingOutside() {
        assertThat(compose.at("/networks/inner/internal").asBoolean()).isTrue();
        for (var name : List.of("kafka", "postgres", "analysis-service")) {
            assertThat(compose.at("/services/" + name).path("networks").toString())
                    .as(name)
                    .isEqualTo("[\"inner\"]");
        }
    }

    @Test
    void everyImageThatIsPulledIsPinned() {
        services().values().stream()
                .filter(service -> !service.has("build"))
                .forEach(service -> assertThat(service.path("image").asString()).matches(PINNED));
    }

    @Test
    void everyFolderThatIsMountedIsThere() {
        var mounted =
                services().values().stream()
                        .flatMap(service -> service.path("volumes").valueStream())
                        .map(volume -> volume.asString().split(":", 2)[0])
                        .filter(source -> source.startsWith("./"));

        assertThat(mounted).isNotEmpty().allMatch(source -> Files.exists(ROOT.resolve(source)));
    }

    @Test
    void everySecretThatAServiceReadsIsMadeForIt(@TempDir Path folder) throws Exception {
        makeSecrets(folder);

        services()
                .forEach((name, service) -> {
                    if (name.equals("secrets")) {
                        return;
                    }
                    for (var secret : secretsOf(service)) {
                        assertThat(folder.resolve(folderOf(service)).resolve(secret))
                                .as(name)
                                .isNotEmptyFile();
                    }
                });
    }

    @Test
    void aSecretThatIsThereStays(@TempDir Path folder) throws Exception {
        makeSecrets(folder);
        var before = Files.readAllBytes(folder.resolve("case/hash_key"));

        makeSecrets(folder);

        assertThat(folder.resolve("case/hash_key")).hasBinaryContent(before);
        assertThat(folder.resolve("analysis/hash_key")).hasBinaryContent(before);
    }

    @Test
    void aLostKeyIsNotReplacedWhereThereIsADatabase(@TempDir Path folder, @TempDir Path database)
            throws Exception {
        makeSecrets(folder);
        Files.createFile(database.resolve("PG_VERSION"));
        Files.delete(folder.resolve("case/evidence_key"));

        var process = run(folder.toString(), database.toString());

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(process.errorReader().readLine()).contains("case/evidence_key is gone");
        assertThat(folder.resolve("case/evidence_key")).doesNotExist();
    }

    @Test
    void theImagesDockerfileExistsForEveryService() {
        for (var name : Compose.SERVICES) {
            assertThat(compose.at("/services/" + name).at("/build/args/SERVICE").asString())
                    .isEqualTo(name);
        }
        assertThat(ROOT.resolve("ops/Dockerfile")).exists();
    }

    private static String folderOf(JsonNode service) {
        return service.path("volumes")
                .valueStream()
                .map(JsonNode::asString)
                .filter(volume -> volume.endsWith(":/run/secrets:ro"))
                .map(volume -> volume.replaceAll(".*}([a-z]+):.*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> secretsOf(JsonNode service) {
        var secrets = new TreeSet<String>();
        var texts =
                Stream.of("environment", "entrypoint")
                        .map(key -> service.path(key).toString())
                        .toList();
        for (var match : SECRET.matcher(String.join(" ", texts)).results().toList()) {
            if (!match.group(1).equals("settings/")) {
                secrets.add(match.group(1));
            }
        }
        return secrets;
    }

    private static void makeSecrets(Path folder) throws Exception {
        assertThat(run(folder.toString()).waitFor()).isZero();
    }

    private static Process run(String... arguments) throws IOException {
        var command = Stream.concat(Stream.of("sh", "ops/make-secrets"), Stream.of(arguments));
        return new ProcessBuilder(command.toList()).directory(ROOT.toFile()).start();
    }

    private Map<String, JsonNode> services() {
        var byName = new LinkedHashMap<String, JsonNode>();
        compose.path("services").properties().forEach(p -> byName.put(p.getKey(), p.getValue()));
        return byName;
    }

    /// With its anchors and merges resolved, as Compose reads it.
    private static JsonNode read() {
        try {
            var text = Files.readString(ROOT.resolve("docker-compose.yml"));
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return JsonMapper.shared().valueToTree(yaml.load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
