package org.handbell.ingest.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// WebSockets on netty, whose connections take the same resolver as the [Web]'s: an address is
/// judged where it is connected to. Redirects are not followed.
final class NettySockets implements Sockets, AutoCloseable {

    static final int LONGEST_MESSAGE = 512 * 1024;

    private static final int LONGEST_ANSWER = 8 * 1024;
    private static final int SILENCE_SECONDS = 90;
    private static final int PING_SECONDS = 30;

    private final HttpSettings settings;
    private final Destinations destinations;
    private final EventLoopGroup loops;

    NettySockets(HttpSettings settings) {
        this.settings = settings;
        this.destinations = new Destinations(settings.allowedPrivate());
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        1, new DefaultThreadFactory("sockets", true), NioIoHandler.newFactory());
    }

    @Override
    public Socket open(URI uri, @Nullable String subprotocol, Consumer<String> heard) {
        var listening = new Listening(heard);
        var objection = objection(uri);
        if (objection.isPresent()) {
            listening.end(new Ended.Forbidden(objection.get()));
            return listening;
        }
        var client = new WebSocketClientProtocolHandler(configuration(uri, subprotocol));
        bootstrap(uri, client, listening)
                .connect(
                        InetSocketAddress.createUnresolved(
                                Destinations.hostOf(uri), Destinations.port(plain(uri))))
                .addListener(done -> listening.connected(done.cause()));
        return listening;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private Optional<String> objection(URI uri) {
        var scheme = String.valueOf(uri.getScheme());
        if (!scheme.equalsIgnoreCase("wss") && !scheme.equalsIgnoreCase("ws")) {
            return Optional.of("only wss addresses are listened to");
        }
        return destinations.objection(plain(uri)).or(() -> open(uri));
    }

    /// Who is listened for must not be legible on the way.
    private Optional<String> open(URI uri) {
        return isSecure(uri) || destinations.isAllowedPrivate(plain(uri))
                ? Optional.empty()
                : Optional.of(
                        "a ws address is only listened to where"
                                + " handbell.ingest.http.allowed-private names it");
    }

    private static boolean isSecure(URI uri) {
        return "wss".equalsIgnoreCase(uri.getScheme());
    }

    /// The address with the scheme that its connection begins with.
    private static URI plain(URI uri) {
        return URI.create(uri.toString().replaceFirst("(?i)^ws", "http"));
    }

    private Bootstrap bootstrap(URI uri, WebSocketClientProtocolHandler client, Listening ears) {
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .resolver(new GuardedResolvers(destinations))
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        (int) settings.connectTimeout().toMillis())
                .handler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel channel) throws SSLException {
                                pipeline(channel, uri, client, ears);
                            }
                        });
    }

    private static void pipeline(
            Channel channel, URI uri, WebSocketClientProtocolHandler client, Listening ears)
            throws SSLException {
        if (isSecure(uri)) {
            var port = Destinations.port(plain(uri));
            channel.pipeline()
                    .addLast(tls().newHandler(channel.alloc(), Destinations.hostOf(uri), port));
        }
        channel.pipeline()
                .addLast(new HttpClientCodec())
                .addLast(new HttpObjectAggregator(LONGEST_ANSWER))
                .addLast(new IdleStateHandler(SILENCE_SECONDS, PING_SECONDS, 0))
                .addLast(client)
                .addLast(new WebSocketFrameAggregator(LONGEST_MESSAGE))
                .addLast(ears.handler());
    }

    private static SslContext tls() throws SSLException {
        return SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build();
    }

    private WebSocketClientProtocolConfig configuration(URI uri, @Nullable String subprotocol) {
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .subprotocol(subprotocol)
                .allowExtensions(false)
                .customHeaders(new DefaultHttpHeaders().add("User-Agent", settings.userAgent()))
                .maxFramePayloadLength(LONGEST_MESSAGE)
                .handshakeTimeoutMillis(settings.readTimeout().toMillis())
                .dropPongFrames(true)
                .build();
    }
}
