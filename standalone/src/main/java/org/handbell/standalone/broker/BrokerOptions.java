package org.handbell.standalone.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;

/// Words of a command line, with the options that say which broker is meant taken out.
///
/// @param words what is left: the command and its arguments
/// @param config a file of client properties, as Kafka's own tools take it with `--command-config`
/// @param kafka `host:port`
public record BrokerOptions(List<String> words, @Nullable Path config, @Nullable String kafka) {

    private static final String SERVERS = "bootstrap.servers";

    /// @throws IllegalArgumentException where an option has no value
    public static BrokerOptions of(List<String> arguments) {
        var words = new ArrayList<String>();
        Path config = null;
        String kafka = null;
        for (var i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--config" -> config = Path.of(value(arguments, ++i));
                case "--kafka" -> kafka = value(arguments, ++i);
                default -> words.add(arguments.get(i));
            }
        }
        return new BrokerOptions(List.copyOf(words), config, kafka);
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(arguments.getLast() + " needs a value");
        }
        return arguments.get(index);
    }

    /// What Kafka's client is set up with: the file given, else `SPRING_KAFKA_*` and
    /// `KAFKA_BOOTSTRAP_SERVERS` as the services have them, else the broker of the data folder.
    ///
    /// @param data folder of `./handbell up`
    /// @return empty where no broker is known
    public Optional<Map<String, Object>> client(Environment environment, Path data) {
        var client = config == null ? environment(environment) : file(config);
        var named = kafka == null ? environment.getProperty("KAFKA_BOOTSTRAP_SERVERS") : kafka;
        if (named != null && !named.isBlank() && (kafka != null || !client.containsKey(SERVERS))) {
            client.put(SERVERS, named);
        }
        if (!client.containsKey(SERVERS)) {
            port(data, "kafka").ifPresent(port -> client.put(SERVERS, "127.0.0.1:" + port));
        }
        return client.containsKey(SERVERS) ? Optional.of(client) : Optional.empty();
    }

    /// A port of the Handbell that runs on a data folder.
    public static Optional<Integer> port(Path data, String part) {
        var ports = data.resolve("ports.json");
        return Files.exists(ports)
                ? Optional.of(Json.mapper().readTree(ports.toFile()).path(part).asInt())
                : Optional.empty();
    }

    private static Map<String, Object> environment(Environment environment) {
        var kafka = Binder.get(environment).bindOrCreate("spring.kafka", KafkaProperties.class);
        var client = new HashMap<>(kafka.buildAdminProperties());
        if (!environment.containsProperty("spring.kafka.bootstrap-servers")) {
            client.remove(SERVERS);
        }
        return client;
    }

    private static Map<String, Object> file(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("--config " + file + " cannot be read", e);
        }
        var client = new HashMap<String, Object>();
        properties.stringPropertyNames().forEach(k -> client.put(k, properties.getProperty(k)));
        return client;
    }
}
