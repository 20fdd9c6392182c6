package org.handbell.operations.logging;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.handbell.test.TestDatabase;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.validation.DataBinder;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Exceptions as drivers and clients really throw them, each quoting an invented person.
final class Planted {

    static final String NAME = "Peregrine Larkspur";
    static final String HANDLE = "quillfeather-plays";
    static final String HOST = "sallowfield-maps.example";
    static final String WORDS = "undercooked turnips";
    static final List<String> PEOPLE = List.of("Peregrine", "Larkspur", HANDLE, HOST, WORDS);

    private Planted() {}

    static Map<String, Throwable> all() {
        return Map.of(
                "an HTTP client", thrownBy(Planted::askForAnAccount),
                "a host that is unknown", thrownBy(() -> InetAddress.getByName(HOST)),
                "a database", thrownBy(Planted::storeTwice),
                "a JSON reader", thrownBy(Planted::readBrokenJson),
                "a form", thrownBy(Planted::bind),
                "a number", thrownBy(() -> Integer.parseInt(NAME)),
                "an address", thrownBy(() -> URI.create("https://" + HOST + "/" + NAME)));
    }

    private static Throwable thrownBy(ThrowingCallable action) {
        try {
            action.call();
        } catch (Throwable e) {
            return e;
        }
        throw new IllegalStateException("nothing was thrown");
    }

    /// The server refuses in words that name the account, and the client puts them into its
    /// exception.
    private static void askForAnAccount() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            "{\"message\": \"%s has no @%s\"}"
                                    .formatted(NAME, HANDLE)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(404, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        try (var client = HttpClient.create(URI.create(base).toURL())) {
            client.toBlocking().retrieve(HttpRequest.GET("/@" + HANDLE));
        } finally {
            server.stop(0);
        }
    }

    private static void storeTwice() throws Exception {
        try (var connection = DriverManager.getConnection(TestDatabase.newDatabase())) {
            var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("create table pupil (name text primary key)");
            jdbc.update("insert into pupil values (?)", NAME);
            jdbc.update("insert into pupil values (?)", NAME);
        }
    }

    private static void readBrokenJson() {
        JsonMapper.builder()
                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build()
                .readTree("{\"text\": \"%s\", %s}".formatted(WORDS, HANDLE));
    }

    private static void bind() throws Exception {
        var binder = new DataBinder(new Form(), "form");
        binder.bind(new MutablePropertyValues(Map.of("age", NAME)));
        binder.close();
    }

    static final class Form {
        private int age;

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }
}
