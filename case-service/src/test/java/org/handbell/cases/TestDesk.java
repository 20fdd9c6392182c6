package org.handbell.cases;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.handbell.test.TestDatabase;
import org.handbell.test.TestKafka;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// A whole desk on a real database and a real broker. All ids of its trust begin with a prefix of
/// its own, so that desks can share the broker.
public final class TestDesk implements AutoCloseable {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final String prefix;

    private TestDesk(ConfigurableApplicationContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
    }

    /// With its trust imported.
    public static TestDesk withTrust(Map<String, String> properties) {
        var prefix = newPrefix();
        var all = new HashMap<>(properties);
        all.put("handbell.import.trust", trustFile(prefix, text -> text).toString());
        return start(prefix, all);
    }

    public static TestDesk start(String prefix, Map<String, String> properties) {
        var all = properties(properties);
        var context =
                new SpringApplicationBuilder(CaseApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .registerShutdownHook(false)
                        .run(
                                all.entrySet().stream()
                                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                                        .toArray(String[]::new));
        return new TestDesk(context, prefix);
    }

    /// Properties of a desk with an empty database of its own, a free port, a key, and the test
    /// broker.
    public static Map<String, String> properties(Map<String, String> more) {
        var all = new HashMap<String, String>();
        all.put("spring.config.name", "case-service");
        all.put("server.port", "0");
        all.put("handbell.hash-key-file", keyFile().toString());
        all.put("handbell.evidence.master-key-file", keyFile() + ".evidence");
        all.put("handbell.evidence.create-missing-key", "true");
        all.put("handbell.reading.group", newPrefix() + "cases");
        all.put("handbell.publishing.retry-every", "1s");
        all.put("handbell.figures.every", "200ms");
        if (!more.containsKey("spring.datasource.url")) {
            all.put("spring.datasource.url", TestDatabase.newDatabase());
        }
        if (!more.containsKey("spring.kafka.bootstrap-servers")) {
            all.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        }
        all.putAll(more);
        return all;
    }

    public static String newPrefix() {
        return "d" + MADE.incrementAndGet() + "-";
    }

    /// The invented trust as a file.
    ///
    /// @param change what to alter in its text, in which ids still begin with `~`
    public static Path trustFile(String prefix, UnaryOperator<String> change) {
        try (var text = TestDesk.class.getResourceAsStream("/trust.json")) {
            if (text == null) {
                throw new IllegalStateException("trust.json is missing");
            }
            var trust = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            var file = Files.createTempFile("trust", ".json");
            return Files.writeString(file, change.apply(trust).replace("~", prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// An id of the trust by its end: `ac-1`.
    public String id(String end) {
        return prefix + end;
    }

    public String prefix() {
        return prefix;
    }

    public TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }

    public MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
    }

    public int port() {
        return Integer.parseInt(
                String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    public String property(String name) {
        return String.valueOf(context.getEnvironment().getProperty(name));
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path keyFile() {
        try {
            var file = Files.createTempFile("key", ".bin");
            return Files.write(
                    file,
                    "a key for tests only, 32 bytes or more".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
