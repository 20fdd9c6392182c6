package org.handbell.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handbell.ingest.http.Sockets.Ended;
import org.handbell.ingest.stub.RawServer;
import org.handbell.ingest.stub.SocketStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SocketsTest {

    private final SocketStub server = SocketStub.start();
    private final NettySockets sockets = new NettySockets(Webs.settings(server.hostPort()));
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        sockets.close();
        server.close();
    }

    @Test
    void messagesAreHeardInOrderUntilTheServerHangsUp() throws Exception {
        var socket = sockets.open(server.uri("/news?of=4B"), "plain.v1", heard::add);
        await().until(() -> server.open().size() == 1);
        server.say("one");
        server.say("two");
        await().until(() -> heard.size() == 2);
        server.cut();

        assertThat(socket.await()).isInstanceOf(Ended.Lost.class);
        assertThat(heard).containsExactly("one", "two");
        assertThat(server.asked())
                .containsExactly(
                        new SocketStub.Asked(
                                "/news?of=4B", "plain.v1", "Handbell/0.1 (office@example.org)"));
    }

    @Test
    void aConnectionThatWeCloseIsClosedForTheServerToo() throws Exception {
        var socket = sockets.open(server.uri("/"), null, heard::add);
        await().until(() -> server.open().size() == 1);
        socket.close();

        assertThat(socket.await()).isInstanceOf(Ended.Lost.class);
        await().until(() -> server.open().isEmpty());
    }

    @Test
    void aServerThatWillNotHaveUsSaysSo() throws Exception {
        server.answerWith(_ -> 403);

        assertThat(end(server.uri("/"))).isEqualTo(new Ended.Refused(403));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        server.answerWith(_ -> 302);

        assertThat(end(server.uri("/"))).isEqualTo(new Ended.Refused(302));
    }

    @Test
    void anAddressThatIsPrivateIsNotConnectedTo() throws Exception {
        try (var closed = RawServer.saying(RawServer.words("hello"))) {
            var uri = URI.create("wss://" + closed.hostPort() + "/");

            assertThat(end(uri)).isEqualTo(new Ended.Forbidden(ForbiddenAddressException.RULE));
        }
        assertThat(end(URI.create("wss://169.254.169.254/latest")))
                .isEqualTo(new Ended.Forbidden(ForbiddenAddressException.RULE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://news.example.org/",
                "http://news.example.org/",
                "wss://user:word@news.example.org/",
                "wss:///nowhere"
            })
    void anAddressThatAnybodyCouldListenInOnIsNotConnectedTo(String address) throws Exception {
        assertThat(end(URI.create(address))).isInstanceOf(Ended.Forbidden.class);
    }

    @Test
    void aMessageOverTheBoundEndsTheConnectionUnheard() throws Exception {
        var socket = sockets.open(server.uri("/"), null, heard::add);
        await().until(() -> server.open().size() == 1);
        server.say("x".repeat(NettySockets.LONGEST_MESSAGE + 1));

        assertThat(socket.await()).isInstanceOf(Ended.Lost.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aServerThatSpeaksSomethingElseIsLeft() throws Exception {
        try (var odd = RawServer.saying(RawServer.words("SSH-2.0-odd\r\n"))) {
            var careless = new NettySockets(Webs.settings(odd.hostPort()));
            var socket = careless.open(URI.create("ws://" + odd.hostPort()), null, heard::add);

            assertThat(socket.await()).isInstanceOf(Ended.Lost.class);
            careless.close();
        }
    }

    private Ended end(URI uri) throws InterruptedException {
        return sockets.open(uri, null, heard::add).await();
    }
}
