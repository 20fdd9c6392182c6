package org.handbell.standalone.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbell.contract.start.BrokerUser;
import org.handbell.contract.start.Door;
import org.handbell.contract.start.KafkaSettings;
import org.handbell.standalone.broker.BrokerOptions;
import org.handbell.standalone.database.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What there is to look at: found in the data folder of `./handbell up`, in the environment as the
/// services have it, and in the options. What nobody named is left out.
record Surroundings(
        BrokerOptions broker, DoctorOptions options, Environment environment, Clock clock) {

    private static final long KEY_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, Integer> PORTS =
            Map.of("cases", 8080, "ingest", 8081, "analysis", 8082, "notification", 8083);
    private static final List<String> PROVIDERS = List.of("keycloak", "microsoft", "google");

    List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.addAll(kafka());
        checks.addAll(databases());
        checks.addAll(services());
        mail().ifPresent(checks::add);
        issuers().forEach(checks::add);
        checks.addAll(secrets());
        if (Files.isDirectory(options.data())) {
            checks.add(new DiskSpace(options.data()));
        }
        return checks;
    }

    private List<Check> kafka() {
        var client = broker.client(environment, options.data());
        if (client.isEmpty()) {
            return List.of(() ->
                    List.of(
                            Diagnosis.look(
                                    "Kafka was not looked at: no address is known",
                                    "name it with --kafka HOST:PORT, --config FILE or KAFKA_BOOTSTRAP_SERVERS")));
        }
        var replication = environment.getProperty("KAFKA_REPLICATION", Short.class, (short) 1);
        var settings = new KafkaSettings(replication, 0, false, PATIENCE);
        var looking = new KafkaBroker(client.get(), options.user(), settings, clock);
        return options.user() == BrokerUser.OPERATOR
                ? List.of(looking, new WaitingLetters(client.get()), new KafkaGroups(client.get()))
                : List.of(looking);
    }

    private List<Check> databases() {
        return options.schemas().stream().flatMap(schema -> database(schema).stream()).toList();
    }

    private Optional<Check> database(String schema) {
        return DatabaseAddress.of(schema, options.data(), options.database(), environment)
                .map(at -> new JdbcDatabase(schema, at.url(), at.credentials(), clock));
    }

    private List<Check> services() {
        return Stream.of("cases", "ingest", "analysis", "notification")
                .<Check>map(part ->
                        new HealthClient(
                                part.equals("cases") ? "case-service" : part + "-service",
                                address(part)))
                .toList();
    }

    private URI address(String part) {
        var named =
                environment.getProperty("HANDBELL_" + part.toUpperCase(Locale.ROOT) + "_ADDRESS");
        if (named != null) {
            return URI.create(named);
        }
        var port = BrokerOptions.port(options.data(), part).orElse(PORTS.getOrDefault(part, 8080));
        return URI.create("http://127.0.0.1:" + port);
    }

    private Optional<Check> mail() {
        var host = first("HANDBELL_MAIL_HOST", "SPRING_MAIL_HOST");
        var port = first("HANDBELL_MAIL_PORT", "SPRING_MAIL_PORT");
        var embedded = BrokerOptions.port(options.data(), "smtp");
        if (host == null && embedded.isEmpty()) {
            return Optional.empty();
        }
        var door =
                host == null
                        ? new Door("127.0.0.1", embedded.get())
                        : new Door(host, port == null ? 25 : Integer.parseInt(port));
        return Optional.of(
                new ServerDoor(
                        "the mail relay",
                        "SPRING_MAIL_HOST and _PORT",
                        door,
                        Door.Prelude.SMTP,
                        clock));
    }

    private Stream<Check> issuers() {
        return PROVIDERS.stream()
                .map(p -> "spring.security.oauth2.client.provider." + p + ".issuer-uri")
                .flatMap(key -> Stream.ofNullable(environment.getProperty(key)))
                .map(URI::create)
                .map(uri ->
                        new ServerDoor(
                                "the identity provider",
                                "the issuer-uri",
                                new Door(uri.getHost(), port(uri)),
                                Door.Prelude.NONE,
                                clock));
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "http".equals(uri.getScheme()) ? 80 : 443;
    }

    private List<Check> secrets() {
        var named =
                Stream.of(
                                "HANDBELL_HASH_KEY_FILE",
                                "HANDBELL_HASHKEYFILE",
                                "HANDBELL_EVIDENCE_MASTERKEYFILE",
                                "HANDBELL_INGEST_FINGERPRINTKEYFILE")
                        .flatMap(key -> Stream.ofNullable(environment.getProperty(key)))
                        .map(Path::of);
        var folders =
                Stream.of(options.data().resolve("keys"), Path.of("ops", "secrets"))
                        .filter(Files::isDirectory)
                        .flatMap(Surroundings::keys);
        return Stream.concat(named, folders)
                .distinct()
                .<Check>map(file -> new SecretFile(file, KEY_BYTES))
                .toList();
    }

    private static Stream<Path> keys(Path folder) {
        try (var files = Files.list(folder)) {
            return files
                    .filter(f -> f.getFileName().toString().matches(".*[._]key"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private @Nullable String first(String... keys) {
        return Stream.of(keys)
                .map(environment::getProperty)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
