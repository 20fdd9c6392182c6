package org.handbell.ingest.source.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.handbell.ingest.http.SocketsForTests;
import org.handbell.ingest.source.MalformedItemException;
import org.handbell.ingest.stub.SocketStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JetstreamTest {

    private static final String ROBIN = "did:plc:abcdefghijklmnopqrstuvwx";
    private static final String WREN = "did:web:wren.example.org%3A8443";
    private static final JetstreamRhythm QUICK =
            new JetstreamRhythm(
                    Duration.ofMillis(20),
                    Duration.ofMillis(60),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100));

    private final SocketStub server = SocketStub.start();
    private final SocketsForTests sockets = SocketsForTests.allowing(server.hostPort());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> due = new CopyOnWriteArrayList<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private final JetstreamWords words = new JetstreamWords();
    private Jetstream stream = stream(JetstreamProtocol.EVENTS, 2);

    @AfterEach
    void close() {
        stream.stop();
        sockets.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void newsOfARepositoryMakeItsAccountDue(JetstreamProtocol protocol) {
        stream = stream(protocol, 2);
        listens();
        server.say(words.commit(protocol, ROBIN, AtUri.POST, "create"));
        await().until(() -> due.equals(List.of("robin")));
        server.say(words.commit(protocol, WREN, AtUri.REPOST, "delete"));
        await().until(() -> due.equals(List.of("robin", "wren")));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheReposThatAreReadAreAskedForAndOnlyWhatIsReadOfThem(JetstreamProtocol protocol) {
        stream = stream(protocol, 2);
        listens();
        var asked = server.open().getFirst();
        var legacy = protocol == JetstreamProtocol.LEGACY;
        assertThat(asked.uri())
                .startsWith(
                        legacy ? "/subscribe?" : "/xrpc/network.bsky.jetstream.subscribeEvents?");
        assertThat(asked.query(legacy ? "wantedDids" : "dids")).containsExactly(ROBIN, WREN);
        assertThat(asked.query(legacy ? "wantedCollections" : "collections"))
                .containsExactly(AtUri.POST, AtUri.REPOST);
        assertThat(asked.query("kinds")).isEqualTo(legacy ? List.of() : List.of("commit"));
        assertThat(asked.query("cursor")).isEmpty();
        assertThat(asked.subprotocol()).isEqualTo(legacy ? null : "xrpc.v1.json");
    }

    @Test
    void newsOfOthersAndOfOtherThingsIsPassedOver() {
        listens();
        server.say(
                words.commit(JetstreamProtocol.EVENTS, "did:plc:stranger", AtUri.POST, "create"));
        server.say(
                words.commit(JetstreamProtocol.EVENTS, ROBIN, "app.bsky.graph.follow", "create"));
        server.say(
                "{\"$type\":\"message\",\"payload\":{\"$type\":\"x#info\",\"name\":\"OutdatedCursor\"}}");
        server.say("{\"$type\":\"error\",\"error\":\"ConsumerTooSlow\"}");
        server.say(words.commit(JetstreamProtocol.EVENTS, WREN, AtUri.POST, "create"));
        await().until(() -> !due.isEmpty());
        assertThat(due).containsExactly("wren");
    }

    @ParameterizedTest
    @EnumSource
    void afterABreakItGoesOnWhereItWas(JetstreamProtocol protocol) {
        stream = stream(protocol, 2);
        listens();
        server.say(words.commit(protocol, ROBIN, AtUri.POST, "create"));
        await().until(() -> due.size() == 1);
        server.cut();
        await().until(() -> server.open().size() == 1);
        assertThat(server.open().getFirst().query("cursor"))
                .containsExactly(Long.toString(words.cursor(protocol) + 1));
        server.say(words.commit(protocol, ROBIN, AtUri.POST, "update"));
        await().until(() -> due.size() == 2);
    }

    @Test
    void aCursorThatTheServerRefusesIsDropped() {
        listens();
        server.say(words.commit(JetstreamProtocol.EVENTS, ROBIN, AtUri.POST, "create"));
        await().until(() -> due.size() == 1);
        server.answerWith(asked -> asked.query("cursor").isEmpty() ? 101 : 400);
        server.cut();
        await().until(() -> server.open().size() == 1);
        assertThat(server.open().getFirst().query("cursor")).isEmpty();
    }

    @Test
    void whoIsNotPulledHereIsNotListenedForAnyMore() {
        listens();
        elsewhere.add("robin");
        server.say(words.commit(JetstreamProtocol.EVENTS, ROBIN, AtUri.POST, "create"));
        await().until(() -> dids().equals(List.of(WREN)));
    }

    @Test
    void whoLeavesTheRegisterIsNotListenedForAnyMore() {
        listens();
        closed.add("wren");
        await().until(() -> dids().equals(List.of(ROBIN)));
        closed.add("robin");
        await().until(() -> server.open().isEmpty());
    }

    @Test
    void aMessageThatCannotBeReadIsCountedAndTheNextIsHeard() {
        listens();
        server.say("{oddly");
        server.say("{\"$type\":\"message\",\"payload\":{\"$type\":\"x#commit\",\"did\":7}}");
        server.say(words.commit(JetstreamProtocol.EVENTS, ROBIN, AtUri.POST, "create"));
        await().until(() -> due.size() == 1);
        assertThat(registry.get("handbell.push.messages.rejected").counter().count()).isEqualTo(2);
    }

    @Test
    void manyAccountsAreSpreadOverLinesAndTheRestArePolled() {
        stream = stream(JetstreamProtocol.EVENTS, 2);
        stream.start();
        IntStream.range(0, 250).forEach(i -> stream.follow("did:plc:number" + i, "account" + i));
        await().until(() ->
                server.open().stream().mapToInt(asked -> asked.query("dids").size()).sum() == 200);
        assertThat(server.open()).hasSize(2).allMatch(a -> a.uri().length() < 8000);
    }

    @Test
    void withNobodyToHearOfNothingIsConnected() {
        stream.start();
        await().during(Duration.ofMillis(200)).until(() -> server.asked().isEmpty());
    }

    @Test
    void aServerThatIsAwayIsAskedLessAndLess() {
        var random = new SplittableRandom(7);
        assertThat(
                        IntStream.rangeClosed(1, 40)
                                .mapToObj(i -> JetstreamRhythm.USUAL.rest(i, random))
                                .toList())
                .allMatch(rest -> rest.compareTo(Duration.ofMinutes(2)) <= 0)
                .allMatch(rest -> rest.compareTo(Duration.ofSeconds(1)) >= 0)
                .last()
                .matches(rest -> rest.compareTo(Duration.ofMinutes(1)) >= 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stream.example.org/subscribe",
                "wss://stream.example.org/",
                "wss://stream.example.org/subscribe?cursor=1",
                "/subscribe"
            })
    void anAddressOfNoKnownProtocolIsRefusedNamingTheSetting(String address) {
        assertThatThrownBy(() -> JetstreamProtocol.of(URI.create(address)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("handbell.ingest.sources.bluesky.jetstream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "null",
                "[[]]",
                "{\"kind\":\"commit\"}",
                "{\"kind\":\"commit\",\"did\":\"x\",\"commit\":[],\"time_us\":1e99}",
                "{\"kind\":\"commit\",\"did\":\"x\",\"commit\":{\"collection\":\"y\"},\"time_us\":-1}",
                "{\"payload\":{\"$type\":\"#commit\",\"did\":\"x\",\"collection\":\"y\","
                        + "\"seq\":99999999999999999999}}"
            })
    void whatIsNoNewsIsPassedOverOrMalformed(String message) {
        for (var protocol : JetstreamProtocol.values()) {
            try {
                assertThat(protocol.read(message)).isEmpty();
            } catch (MalformedItemException e) {
                assertThat(e).hasMessageNotContaining("99999");
            }
        }
    }

    private List<String> dids() {
        return server.open().stream().flatMap(asked -> asked.query("dids").stream()).toList();
    }

    private void listens() {
        stream.follow(ROBIN, "robin");
        stream.follow(WREN, "wren");
        stream.start();
        await().until(() -> server.open().size() == 1);
    }

    private Jetstream stream(JetstreamProtocol protocol, int connections) {
        var path =
                protocol == JetstreamProtocol.LEGACY
                        ? "/subscribe"
                        : "/xrpc/network.bsky.jetstream.subscribeEvents";
        var parts =
                new JetstreamLine.Parts(
                        sockets,
                        server.uri(path),
                        List.of(AtUri.POST, AtUri.REPOST),
                        QUICK,
                        new JetstreamMetrics(registry),
                        Clock.systemUTC(),
                        new SplittableRandom(7));
        return new Jetstream(parts, this::nudged, id -> !closed.contains(id), connections);
    }

    private boolean nudged(String accountId) {
        due.add(accountId);
        return !elsewhere.contains(accountId);
    }
}
