package org.handbell.endtoend.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.cases.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValuesTest {

    private static final Pattern VALUE = Pattern.compile("^( *)([A-Za-z]+):(?: (.*))?$");
    private static final JsonNode SCHEMA = schema();

    private static JsonNode schema() {
        return JsonMapper.shared().readTree(Chart.text(Chart.FOLDER.resolve("values.schema.json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ingest.replica                     | 2                   | /ingest            | replica
                    kafka.bootstrapServer              | kafka:9092          | /kafka             | bootstrapServer
                    signin.issuer                      | https://a.example   | ''                 | signin
                    monitoring.serviceMonitor.enabled  | true                | /monitoring        | serviceMonitor
                    ingest.settings.poll.fastets       | 15s                 | /ingest/settings/poll | fastets
                    case.autoscaling.by                | cpu                 | /case              | autoscaling
                    ingest.settings.group              | other               | /ingest/settings   | group
                    networkPolicy.kafka.form           | x                   | /networkPolicy/kafka | form
                    """)
    void aNameThatIsNoneIsRefused(String value, String given, String at, String named) {
        assertThatThrownBy(() -> Chart.of("least", Map.of(value, given)))
                .hasMessageContaining(
                        "at '" + at + "': additional properties '" + named + "' not allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ingest.replicas                  | 13                 | /ingest/replicas
                    notification.replicas            | 4                  | /notification/replicas
                    ingest.autoscaling.by            | lag                | /ingest/autoscaling/by
                    analysis.autoscaling.lagThreshold | 5                 | /analysis/autoscaling/lagThreshold
                    kafka.authentication             | plain              | /kafka/authentication
                    kafka.bootstrapServers           | kafka              | /kafka/bootstrapServers
                    kafka.tls.enabled                | 1                  | /kafka/tls/enabled
                    postgresql.port                  | 70000              | /postgresql/port
                    postgresql.host                  | jdbc:postgresql:x  | /postgresql/host
                    postgresql.tls.mode              | prefer             | /postgresql/tls/mode
                    consoleUrl                       | handbell.example   | /consoleUrl
                    mail.from                        | nobody             | /mail/from
                    image.pullPolicy                 | Sometimes          | /image/pullPolicy
                    case.imageDigest                 | sha256:12          | /case/imageDigest
                    case.resources.limits.memory     | 1 GB               | /case/resources/limits/memory
                    case.settings.due.now            | an hour            | /case/settings/due/now
                    ingest.settings.poll.concurrent  | 500                | /ingest/settings/poll/concurrent
                    logging.format                   | json               | /logging/format
                    keys.existingSecret              | Keys_1             | /keys/existingSecret
                    pods.terminationGracePeriodSeconds | 10               | /pods/terminationGracePeriodSeconds
                    """)
    void aValueThatCannotBeIsRefusedByName(String value, String given, String at) {
        assertThatThrownBy(() -> Chart.of("least", Map.of(value, given)))
                .hasMessageContaining("at '" + at + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kafka.password                                  | /kafka
                    kafka.users.ingest.password                     | /kafka/users/ingest
                    postgresql.password                             | /postgresql
                    postgresql.users.case.password                  | /postgresql/users/case
                    signIn.clientSecret                             | /signIn
                    mail.password                                   | /mail
                    keys.hash_key                                   | /keys
                    case.javaOptions                                | /case/javaOptions
                    case.extraEnv[0].name=DB_PASSWORD,case.extraEnv[0].value | /case/extraEnv/0/value
                    ingest.extraEnv[0].name=API_TOKEN,ingest.extraEnv[0].value | /ingest/extraEnv/0/value
                    """)
    void aPasswordCannotBeGiven(String value, String at) {
        var given = value.endsWith("javaOptions") ? "-Djavax.net.ssl.trustStorePassword=x" : "x";
        assertThatThrownBy(() -> Chart.of("least", Map.of(value, given)))
                .hasMessageContaining("at '" + at + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kafka.authentication=mtls                          | kafka.authentication: mtls needs kafka.tls.enabled
                    kafka.authentication=scram-sha-512                 | kafka.users.case.existingSecret
                    kafka.strimzi.topics=true                          | kafka.strimzi.cluster
                    kafka.strimzi.users=true,kafka.strimzi.cluster=a   | kafka.strimzi.users
                    ingress.enabled=true,httpRoute.enabled=true        | choose one
                    httpRoute.enabled=true                             | httpRoute.parentRefs
                    analysis.autoscaling.minReplicas=7                 | analysis.autoscaling.minReplicas
                    consoleUrl=                                        | consoleUrl
                    kafka.bootstrapServers=                            | kafka.bootstrapServers
                    postgresql.users.notification.existingSecret=      | postgresql.users.notification.existingSecret
                    keys.existingSecret=                               | keys.existingSecret
                    signIn.issuer=                                     | signIn.issuer
                    mail.host=                                         | mail.host
                    """)
    void whatDoesNotGoTogetherOrIsMissingIsRefusedByName(String changed, String named) {
        var cut = changed.lastIndexOf('=');
        assertThatThrownBy(() ->
                        Chart.of(
                                "least",
                                Map.of(changed.substring(0, cut), changed.substring(cut + 1))))
                .hasMessageContaining(named);
    }

    @Test
    void everyObjectOfTheSchemaRefusesWhatItDoesNotName() {
        var lenient = new ArrayList<String>();
        collectLenient("", SCHEMA, lenient);
        // Helm's own; labels and annotations, whose names are free; affinity, which Kubernetes
        // checks.
        assertThat(lenient)
                .containsExactlyInAnyOrder(
                        "/properties/global",
                        "/$defs/annotations",
                        "/$defs/labels",
                        "/properties/pods/properties/affinity/properties/nodeAffinity",
                        "/properties/pods/properties/affinity/properties/podAffinity",
                        "/properties/pods/properties/affinity/properties/podAntiAffinity");
    }

    private static void collectLenient(String path, JsonNode node, List<String> lenient) {
        if (node.path("type").asString("").equals("object")
                && node.path("additionalProperties").asBoolean(true)) {
            lenient.add(path);
        }
        node.propertyStream()
                .forEach(one -> collectLenient(path + "/" + one.getKey(), one.getValue(), lenient));
    }

    @Test
    void theSchemaKnowsEachRole() {
        assertThat(
                        SCHEMA.at("/properties/signIn/properties/groups/items/properties/role/enum")
                                .valueStream()
                                .map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values())
                                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList());
    }

    @Test
    void theTableOfTheReadmeSaysWhatTheValuesSay() {
        var table =
                Chart.text(Chart.FOLDER.resolve("README.md"))
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .toList();
        assertThat(table).containsExactlyElementsOf(documented());
    }

    @Test
    void everyValueIsDocumentedAndInTheSchema() {
        var rows = documented();
        var leaves = leaves("", Chart.yaml(Chart.FOLDER.resolve("values.yaml"))).toList();
        assertThat(leaves)
                .allMatch(leaf ->
                        rows.stream()
                                .anyMatch(row -> {
                                    var name = row.split("`")[1];
                                    return leaf.equals(name) || leaf.startsWith(name + ".");
                                }));
    }

    private static Stream<String> leaves(String path, JsonNode node) {
        return node.isObject() && !node.isEmpty()
                ? node.propertyStream()
                        .flatMap(one ->
                                leaves(
                                        path.isEmpty() ? one.getKey() : path + "." + one.getKey(),
                                        one.getValue()))
                : Stream.of(path);
    }

    /// Each value with a comment `# -- …` as a row of the table, in the order of the file.
    private static List<String> documented() {
        var rows = new ArrayList<String>();
        var path = new ArrayList<String>();
        var comment = "";
        var values = Chart.yaml(Chart.FOLDER.resolve("values.yaml"));
        for (var line : Chart.text(Chart.FOLDER.resolve("values.yaml")).lines().toList()) {
            var value = VALUE.matcher(line);
            if (line.strip().startsWith("# -- ")) {
                comment = line.strip().substring(5);
            } else if (value.matches()) {
                var depth = value.group(1).length() / 2;
                path.subList(Math.min(depth, path.size()), path.size()).clear();
                path.add(value.group(2));
                if (!comment.isEmpty()) {
                    rows.add(row(path, values.at("/" + String.join("/", path)), comment));
                }
                comment = "";
            }
        }
        return rows;
    }

    private static String row(List<String> path, JsonNode value, String comment) {
        return "| `%s` | `%s` | %s |".formatted(String.join(".", path), value, comment);
    }
}
