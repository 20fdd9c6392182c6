package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.handbell.ingest.http.Reply.Answered;
import org.handbell.ingest.http.Reply.Failed;
import org.handbell.ingest.http.Reply.Unreachable;
import org.handbell.ingest.stub.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that keep to no rule: whatever they send, the caller is told in a value.
class OddServersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "HTTP/9.9 abc def\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ntoo short",
                "HTTP/1.1 200 OK\r\nContent-Length: minus one\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 25\r\n\r\nplainly not packed at all"
            })
    void anAnswerThatIsNoneFails(String words) {
        assertThat(ask(RawServer.words(words))).isInstanceOf(Failed.class);
    }

    @Test
    void aHeaderWithoutEndFails() {
        var header = "HTTP/1.1 200 OK\r\nX-Long: " + "a".repeat(1024 * 1024);

        assertThat(ask(RawServer.words(header))).isInstanceOf(Failed.class);
    }

    @Test
    void aBodyWithoutDeclaredLengthIsRead() {
        var reply = ask(RawServer.words("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"));

        assertThat(((Answered) reply).body().utf8()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "http://[", "http://a b/", "//", "mailto:a@example.org"})
    void aRedirectToNowhereIsNoException(String location) {
        var words = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n";

        assertThat(ask(RawServer.words(words))).isNotNull();
    }

    @Test
    void aServerThatDripsIsCutOff() {
        var never = new CountDownLatch(1);
        var start = Instant.now();

        var reply =
                ask(out -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 1000; i++) {
                        out.write('a');
                        out.flush();
                        never.await(100, TimeUnit.MILLISECONDS);
                    }
                });

        assertThat(reply).isInstanceOf(Unreachable.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static Reply ask(RawServer.Speech speech) {
        try (var server = RawServer.saying(speech);
                var web = Webs.allowing(server.hostPort())) {
            return web.get(Query.of(server.uri()));
        }
    }
}
